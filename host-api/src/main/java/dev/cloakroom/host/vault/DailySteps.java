package dev.cloakroom.host.vault;

import java.util.List;

/** How far the user walked, oldest day first; 366 days at most. */
public record DailySteps(List<Day> days) implements StructuredValue {
    private static final int MAX_DAYS = 366;

    public DailySteps {
        StructuredValue.require(days != null && days.size() <= MAX_DAYS);
        days = List.copyOf(days);
    }

    /**
     * One day.
     *
     * @param timestamp its beginning, in seconds since 1970
     */
    public record Day(long timestamp, int step) {
        public Day {
            StructuredValue.require(timestamp >= 0 && step >= 0);
        }
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "DailySteps";
    }
}
