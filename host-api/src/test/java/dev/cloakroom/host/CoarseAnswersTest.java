package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.OTHER;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.settings.Audience;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.PutOutcome;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoarseAnswersTest {

    private static final UserId BOB = new UserId("bob");
    private static final UserId CAROL = new UserId("carol");

    @TempDir
    Path directory;

    HostFixture fixture;

    @BeforeEach
    void open() {
        fixture = new HostFixture(directory);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void region_isAllThatIsToldOfAnAddress() {
        put(
            USER,
            Field.ADDRESS,
            """
            {"userName": "Lin Daiyu", "telNumber": "13812345678", "provinceName": "Guangdong", "cityName": "Shenzhen",
             "countyName": "Nanshan", "streetName": "Keji Road 9", "detailInfo": "Tower B 1207",
             "nationalCode": "440305", "postalCode": "518057"}"""
        );
        var region = answer(ScopeCatalog.ADDRESS, Derivation.ADDRESS_REGION);
        assertThat(region)
            .contains("Guangdong", "Shenzhen", "Nanshan", "440305")
            .doesNotContain("Lin", "138", "Keji", "Tower");
    }

    @Test
    void steps_areWholeThousandsOfTheLastDays() {
        put(
            USER,
            Field.STEPS,
            "{\"days\": [{\"timestamp\": 1, \"step\": 12999}, {\"timestamp\": 2, \"step\": 99999}]}"
        );
        assertThat(answer(ScopeCatalog.WERUN, Derivation.STEPS)).isEqualTo(
            "[{\"timestamp\":1,\"step\":12000},{\"timestamp\":2,\"step\":30000}]"
        );
    }

    @ParameterizedTest
    @CsvSource({ "2008-11-01, true", "2008-10-31, true", "2008-11-02, false", "1950-01-01, true" })
    void age_isReachedOnTheBirthday(String birth, String expected) {
        put(USER, Field.BIRTH_DATE, birth);
        assertThat(answer(ScopeCatalog.AGE, Derivation.AGE_OVER_18)).isEqualTo(expected);
    }

    @Test
    void location_isOneSquareForEveryProgramAndEveryUserInIt() {
        put(USER, Field.LOCATION, "{\"latitude\": 39.90421, \"longitude\": 116.40739}");
        var first = answer(ScopeCatalog.USER_LOCATION, Derivation.LOCATION_CELL);
        put(USER, Field.LOCATION, "{\"latitude\": 39.90433, \"longitude\": 116.40701}");
        assertThat(answer(ScopeCatalog.USER_LOCATION, Derivation.LOCATION_CELL)).isEqualTo(first);
        assertThat(first).doesNotContain("39.904", "116.407").contains("\"accuracy\":1110");
    }

    @Test
    void location_staysWhereItWasWhenTheUserCrossesABorderBackAndForth() {
        put(USER, Field.LOCATION, "{\"latitude\": 39.9099, \"longitude\": 116.4}");
        var before = answer(ScopeCatalog.USER_LOCATION, Derivation.LOCATION_CELL);
        put(USER, Field.LOCATION, "{\"latitude\": 39.9101, \"longitude\": 116.4}");
        assertThat(answer(ScopeCatalog.USER_LOCATION, Derivation.LOCATION_CELL)).isEqualTo(before);
        put(USER, Field.LOCATION, "{\"latitude\": 39.9151, \"longitude\": 116.4}");
        assertThat(answer(ScopeCatalog.USER_LOCATION, Derivation.LOCATION_CELL)).isNotEqualTo(before);
    }

    @Test
    void friends_areThoseWhoUseTheProgramAndLetFriendsSee() {
        fixture.friends.put(USER, Set.of(BOB, CAROL));
        var bob = fixture.host.subjects().of(FOOD.id(), BOB);
        fixture.host.subjects().of(OTHER.id(), CAROL);
        assertThat(answer(ScopeCatalog.FRIENDS, Derivation.FRIENDS)).isEqualTo("[]");
        letFriendsSee(BOB, ScopeCatalog.FRIENDS);
        letFriendsSee(CAROL, ScopeCatalog.FRIENDS);
        assertThat(answer(ScopeCatalog.FRIENDS, Derivation.FRIENDS)).isEqualTo("[\"" + bob.value() + "\"]");
    }

    @Test
    void friendsNearby_areInTheSamePartOfTownAndHaveNotSwitchedLocationOff() {
        fixture.friends.put(USER, Set.of(BOB));
        fixture.host.subjects().of(FOOD.id(), BOB);
        letFriendsSee(BOB, ScopeCatalog.FRIENDS_NEARBY);
        put(USER, Field.LOCATION, "{\"latitude\": 39.90, \"longitude\": 116.40}");
        put(BOB, Field.LOCATION, "{\"latitude\": 39.91, \"longitude\": 116.41}");
        assertThat(nearby()).contains("subject").doesNotContain("39.91,", "116.41,");
        fixture.host.settings().setLocationOff(BOB, true);
        assertThat(nearby()).isEqualTo("[]");
        fixture.host.settings().setLocationOff(BOB, false);
        put(BOB, Field.LOCATION, "{\"latitude\": 31.23, \"longitude\": 121.47}");
        assertThat(nearby()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "scope.address, ADDRESS_REGION",
        "scope.werun, STEPS",
        "scope.age, AGE_OVER_18",
        "scope.userLocation, LOCATION_CELL",
        "scope.userFuzzyLocation, LOCATION_AREA",
        "scope.friendsNearby, FRIENDS_NEARBY",
    })
    void absentValue_isRefusedLikeANo(String name, Derivation derivation) {
        var scope = ScopeCatalog.find(name).orElseThrow();
        fixture.prompter.answer(ConsentAnswer.ONCE, ConsentAnswer.DENY);
        var absent = fixture.refusal(fixture.request(scope, derivation));
        var denied = fixture.refusal(fixture.request(scope, derivation));
        assertThat(absent).isEqualTo(RefusalReason.NOT_AVAILABLE);
        assertThat(absent.code()).isEqualTo(denied.code());
        assertThat(fixture.prompter.seen.getFirst().scope()).isEqualTo(fixture.prompter.seen.getLast().scope());
    }

    private String nearby() {
        return answer(ScopeCatalog.FRIENDS_NEARBY, Derivation.FRIENDS_NEARBY);
    }

    private void letFriendsSee(UserId user, Scope scope) {
        fixture.host.settings().setAudience(user, scope, new Audience.Friends());
    }

    private void put(UserId user, Field field, String value) {
        assertThat(fixture.host.vault().ownerView(user).put(field, value)).isEqualTo(new PutOutcome.Stored());
    }

    private String answer(Scope scope, Derivation derivation) {
        fixture.prompter.answer(ConsentAnswer.ONCE);
        var answers = fixture.granted(fixture.request(scope, derivation)).answers();
        return Objects.requireNonNull(answers.get(derivation));
    }
}
