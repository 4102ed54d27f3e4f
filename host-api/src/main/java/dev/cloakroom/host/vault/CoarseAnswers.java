package dev.cloakroom.host.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Derivation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes every coarse answer from a value, as JSON; empty where the user has no such value. */
final class CoarseAnswers {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final int STEP_BUCKET = 1_000;
    private static final int MOST_STEPS = 30_000;
    private static final int MOST_DAYS = 31;

    private final Values values;
    private final Friends friends;
    private final Whereabouts whereabouts;
    private final Clock clock;

    CoarseAnswers(Values values, Friends friends, Clock clock) {
        this.values = values;
        this.friends = friends;
        this.whereabouts = new Whereabouts(values);
        this.clock = clock;
    }

    Optional<String> of(Derivation derivation, Grant grant) {
        return answer(derivation, grant).map(CoarseAnswers::json);
    }

    private Optional<?> answer(Derivation derivation, Grant grant) {
        var user = grant.user();
        return switch (derivation) {
            case PHONE_CALLING_CODE -> values.read(user, Field.PHONE, grant.label()).flatMap(PhoneNumbers::callingCode);
            case ADDRESS_REGION -> structured(grant, Field.ADDRESS, PostalAddress.class).map(CoarseAnswers::region);
            case LOCATION_CELL -> whereabouts.of(user).map(Grid::cell);
            case LOCATION_AREA -> whereabouts.of(user).map(Grid::area);
            case STEPS -> structured(grant, Field.STEPS, DailySteps.class).map(CoarseAnswers::steps);
            case AGE_OVER_14 -> hasReached(user, 14);
            case AGE_OVER_16 -> hasReached(user, 16);
            case AGE_OVER_18 -> hasReached(user, 18);
            case AGE_OVER_60 -> hasReached(user, 60);
            case FRIENDS -> Optional.of(List.copyOf(friends.visible(user, grant.program(), grant.scope()).keySet()));
            case FRIENDS_NEARBY -> whereabouts.of(user).map(here -> nearby(grant, here));
        };
    }

    private <V extends StructuredValue> Optional<V> structured(Grant grant, Field field, Class<V> type) {
        return values
            .read(grant.user(), field, grant.label())
            .flatMap(value -> StructuredValue.parse(value.reveal(), type));
    }

    private static Map<String, String> region(PostalAddress address) {
        return new TreeMap<>(
            Map.of(
                "provinceName",
                address.provinceName(),
                "cityName",
                address.cityName(),
                "countyName",
                address.countyName(),
                "nationalCode",
                address.nationalCode(),
                "postalCode",
                address.postalCode()
            )
        );
    }

    private static List<DailySteps.Day> steps(DailySteps steps) {
        var days = steps.days();
        return days
            .subList(Math.max(0, days.size() - MOST_DAYS), days.size())
            .stream()
            .map(day -> new DailySteps.Day(day.timestamp(), bucket(day.step())))
            .toList();
    }

    private static int bucket(int steps) {
        return Math.min((steps / STEP_BUCKET) * STEP_BUCKET, MOST_STEPS);
    }

    private Optional<Boolean> hasReached(UserId user, int age) {
        return values
            .read(user, Field.BIRTH_DATE)
            .map(date -> !LocalDate.parse(date.reveal()).plusYears(age).isAfter(LocalDate.now(clock)));
    }

    private List<Map<String, Object>> nearby(Grant grant, Grid.Cell here) {
        var nearby = new ArrayList<Map<String, Object>>();
        friends.visible(grant.user(), grant.program(), grant.scope()).forEach((subject, friend) ->
            whereabouts
                .of(friend)
                .filter(there -> Grid.near(here, there))
                .map(Grid::area)
                .ifPresent(area -> nearby.add(friend(subject.value(), area)))
        );
        return nearby;
    }

    private static Map<String, Object> friend(String subject, Grid.Told area) {
        return new TreeMap<>(
            Map.of(
                "subject",
                subject,
                "latitude",
                area.latitude(),
                "longitude",
                area.longitude(),
                "accuracy",
                area.accuracy()
            )
        );
    }

    private static String json(Object answer) {
        try {
            return MAPPER.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new BrokerException("cannot write a coarse answer of type " + answer.getClass().getSimpleName());
        }
    }
}
