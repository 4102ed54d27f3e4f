package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.GATEWAY;
import static dev.cloakroom.host.HostFixture.OTHER;
import static dev.cloakroom.host.HostFixture.TAPPED;
import static dev.cloakroom.host.HostFixture.redemption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two programs put their tables side by side: who is who? Each has met the same users in an order of its own, and has
 * every id that it was given. A guess by chance is right once on average, whatever the number of users; that
 * {@link #NOT_BY_CHANCE} are, happens in about one of ten million joins.
 */
class CollusionTest {

    private static final int USERS = 200;
    private static final int NOT_BY_CHANCE = 10;

    @TempDir
    Path directory;

    @Test
    void tables_joinNoBetterThanChance() {
        try (var fixture = new HostFixture(directory)) {
            fixture.prompter.answer(Collections.nCopies(2 * USERS, ConsentAnswer.ALLOW).toArray(ConsentAnswer[]::new));
            var food = table(fixture, FOOD);
            var other = table(fixture, OTHER);
            food.forEach((kind, ids) -> joined(kind, ids, other.getOrDefault(kind, List.of())));
        }
    }

    private static void joined(String kind, List<byte[]> ones, List<byte[]> others) {
        assertThat(ones).hasSameSizeAs(others).hasSize(USERS);
        for (var join : Join.values()) {
            var right = join.right(ones, others);
            System.out.printf("collusion: %s by %s: %d of n = %d right%n", kind, join, right, USERS);
            assertThat(right).as("%s by %s", kind, join).isLessThan(NOT_BY_CHANCE);
        }
    }

    /** What the program and its back end are given, by kind and then by user. */
    private static Map<String, List<byte[]>> table(HostFixture fixture, ProgramRegistration program) {
        var order = IntStream.range(0, USERS).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(order);
        var rows = new TreeMap<Integer, Map<String, String>>();
        order.forEach(user -> rows.put(user, row(fixture, program, new UserId("user-" + user))));
        var columns = new TreeMap<String, List<byte[]>>();
        for (var kind : rows.firstEntry().getValue().keySet()) {
            columns.put(
                kind,
                rows
                    .values()
                    .stream()
                    .map(row -> bytes(row.getOrDefault(kind, "")))
                    .toList()
            );
        }
        return columns;
    }

    private static Map<String, String> row(HostFixture fixture, ProgramRegistration program, UserId user) {
        var authenticated = fixture.authenticated(program);
        var code = fixture.host.logins().issue(program.id(), user);
        var subject = fixture.host.logins().exchange(authenticated, code).map(PairwiseSubject::value).orElseThrow();
        var token = ((Disclosure.Granted) fixture.host.broker().request(request(program, user))).code();
        var outcome = fixture.host.redeemer().redeem(authenticated, redemption(token));
        var receipt = ((RedemptionOutcome.Completed) outcome).receipt().id();
        return Map.of("login code", code, "subject", subject, "token", token, "receipt", receipt);
    }

    private static AccessRequest request(ProgramRegistration program, UserId user) {
        var purpose = "tell you when your dish is ready";
        return new AccessRequest(program, user, ScopeCatalog.PHONE_NUMBER, purpose, Set.of(GATEWAY), TAPPED);
    }

    private static byte[] bytes(String id) {
        return Base64.getUrlDecoder().decode(id);
    }

    /** Ids that depend on the user in any of these ways are found out. */
    @Test
    void ids_thatDependOnTheUserAreJoined() {
        var ids = IntStream.range(0, USERS).mapToObj(CollusionTest::random).toList();
        assertThat(Join.EQUALITY.right(ids, ids)).isEqualTo(USERS);
        assertThat(Join.CONSTANT_DIFFERENCE.right(ids, ids.stream().map(CollusionTest::masked).toList())).isEqualTo(
            USERS
        );
        assertThat(Join.COMMON_START.right(ids, ids.stream().map(CollusionTest::newEnd).toList())).isEqualTo(USERS);
        assertThat(Join.FEWEST_BITS.right(ids, ids.stream().map(CollusionTest::halfNew).toList())).isGreaterThan(
            USERS / 2
        );
        assertThat(Join.ORDER.right(ids, ids.stream().map(CollusionTest::larger).toList())).isEqualTo(USERS);
    }

    private static byte[] random(int seed) {
        var id = new byte[16];
        new Random(seed).nextBytes(id);
        return id;
    }

    private static byte[] masked(byte[] id) {
        var other = id.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] ^= (byte) (31 * i + 7);
        }
        return other;
    }

    private static byte[] newEnd(byte[] id) {
        var other = random(id[15]);
        System.arraycopy(id, 0, other, 0, 6);
        return other;
    }

    private static byte[] halfNew(byte[] id) {
        var other = random(id[0]);
        System.arraycopy(id, 4, other, 4, 10);
        return other;
    }

    private static byte[] larger(byte[] id) {
        var other = id.clone();
        other[15] ^= 1;
        return other;
    }
}
