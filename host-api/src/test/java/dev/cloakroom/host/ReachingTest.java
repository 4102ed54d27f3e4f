package dev.cloakroom.host;

import static dev.cloakroom.host.ActionHost.PARTNER;
import static dev.cloakroom.host.ActionHost.refused;
import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.OTHER;
import static dev.cloakroom.host.HostFixture.PHONE;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.action.BridgeCall;
import dev.cloakroom.host.redeem.action.CallBridge;
import dev.cloakroom.host.redeem.action.Inbox;
import dev.cloakroom.host.redeem.action.NoticeTemplate;
import dev.cloakroom.host.redeem.action.NoticeTemplate.Kind;
import dev.cloakroom.host.redeem.action.NoticeTemplate.Place;
import dev.cloakroom.host.redeem.action.SendNotice;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.vault.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls and notices. */
class ReachingTest {

    private static final String LINE = "+4930123456";
    private static final Map<String, String> READY = Map.of("template", "ready", "thing1", "soup", "time2", "19:00");

    @TempDir
    Path directory;

    private final List<String> reached = new ArrayList<>();
    private CallBridge bridge = (line, phone, _) -> {
        reached.add(line + " to " + phone);
        return RedemptionResult.SENT;
    };
    private ActionHost host;

    @BeforeEach
    void open() {
        CallBridge late = (line, phone, id) -> bridge.connect(line, phone, id);
        Inbox inbox = (user, notice, _) -> {
            reached.add(user.value() + ": " + notice.sender() + ", " + notice.title() + notice.lines());
            return RedemptionResult.SENT;
        };
        var places = List.of(new Place("thing1", "Dish", Kind.THING), new Place("time2", "At", Kind.TIME));
        var templates = List.of(
            new NoticeTemplate("ready", "Ready", places),
            new NoticeTemplate("late", "Late", places)
        );
        host = new ActionHost(directory, parts ->
            List.of(
                new BridgeCall(Map.of(PARTNER, late), id -> Optional.of(LINE).filter(_ -> id.equals(FOOD.id()))),
                new SendNotice(Map.of(PARTNER, inbox), templates, parts.programs())
            )
        );
        host.put(Field.PHONE, PHONE);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void bridgeCall_connectsTheVerifiedLineWithTheUserOnce() {
        var token = host.token(ScopeCatalog.CALL);
        assertThat(host.redeem(FOOD, token, "bridge-call", Map.of("line", "+1"))).isEqualTo(
            refused(RefusalReason.UNEXPECTED_PARAMETER)
        );
        assertThat(host.redeem(OTHER, token, "bridge-call", Map.of())).isEqualTo(refused(RefusalReason.INVALID_TOKEN));
        var outcome = host.redeem(FOOD, token, "bridge-call", Map.of());
        assertThat(ActionHost.result(outcome)).isEqualTo(RedemptionResult.SENT);
        assertThat(host.redeem(FOOD, token, "bridge-call", Map.of())).isEqualTo(refused(RefusalReason.INVALID_TOKEN));
        assertThat(reached).containsExactly(LINE + " to " + PHONE);
        assertThat(PlantedForms.in(outcome + host.written(), PHONE)).isEmpty();
    }

    @Test
    void bridgeCall_leavesUnknownAndLogsNoNumberWhenTheBridgeThrows() {
        bridge = (_, phone, _) -> {
            throw new IllegalStateException("busy: " + phone);
        };
        try (var log = new CapturedLog()) {
            assertThat(host.result(ScopeCatalog.CALL, "bridge-call", Map.of())).isEqualTo(RedemptionResult.UNKNOWN);
            assertThat(PlantedForms.in(log.text() + host.written(), PHONE)).isEmpty();
        }
    }

    @Test
    void sendNotice_putsTheKindThatTheUserAgreedToIntoTheInboxOnce() {
        var token = host.token(ScopeCatalog.SUBSCRIBE_MESSAGE, Map.of("template", "ready"));
        var late = Map.of("template", "late", "thing1", "soup", "time2", "19:00");
        assertThat(host.redeem(FOOD, token, "send-notice", late)).isEqualTo(refused(RefusalReason.ACTION_NOT_ALLOWED));
        var outcome = host.redeem(FOOD, token, "send-notice", READY);
        assertThat(ActionHost.result(outcome)).isEqualTo(RedemptionResult.SENT);
        assertThat(reached).singleElement().asString().contains("alice: Food Order, Ready", "Dish", "soup", "19:00");
        assertThat(host.redeem(FOOD, token, "send-notice", READY)).isEqualTo(refused(RefusalReason.INVALID_TOKEN));
        assertThat(outcome + host.written()).doesNotContain(USER.value());
    }

    @Test
    void sendNotice_failsForATokenThatIsBoundToNoKind() {
        assertThat(host.result(ScopeCatalog.SUBSCRIBE_MESSAGE, "send-notice", READY)).isEqualTo(
            RedemptionResult.FAILED
        );
        assertThat(reached).isEmpty();
    }

    @Test
    void sendNotice_checksEachLineByItsKind() {
        var token = host.token(ScopeCatalog.SUBSCRIBE_MESSAGE, Map.of("template", "ready"));
        for (var time : List.of("soon", "19:00 evil.example", "1".repeat(21))) {
            var parameters = Map.of("template", "ready", "thing1", "soup", "time2", time);
            assertThat(host.redeem(FOOD, token, "send-notice", parameters)).isEqualTo(
                refused(RefusalReason.PARAMETER_NOT_ALLOWED)
            );
        }
        assertThat(reached).isEmpty();
    }
}
