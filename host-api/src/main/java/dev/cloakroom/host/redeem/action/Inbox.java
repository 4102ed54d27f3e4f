package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.redeem.RedemptionResult;
import java.util.List;

/** Where users of the host app read notices. */
@FunctionalInterface
public interface Inbox {
    /**
     * Puts one notice there, once.
     *
     * @param id unique; the same id is never used for two notices
     */
    RedemptionResult put(UserId user, Notice notice, String id);

    /**
     * A notice.
     *
     * @param sender the verified name of the program's developer
     * @param title of the host's template
     */
    record Notice(String sender, String title, List<Line> lines) {
        public Notice {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line.
     *
     * @param label of the host's template
     * @param text of the developer, checked by its kind
     */
    record Line(String label, String text) {}
}
