package dev.cloakroom.host;

import static dev.cloakroom.host.ActionHost.refused;
import static dev.cloakroom.host.ActionHost.result;
import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.action.HandOver;
import dev.cloakroom.host.redeem.action.ValueReceiver;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.vault.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandOverTest {

    private static final String PLATE = "粤B·Z9Q7X4";
    private static final String ACCOUNT =
        "{\"holder\":\"Alice Wang\",\"bank\":\"Bank\",\"number\":\"DE02120300000000202051\"}";

    @TempDir
    Path directory;

    private final List<String> received = new ArrayList<>();
    private ValueReceiver receiver = (scope, value, reference, _) -> {
        received.add(scope + " " + reference + " " + value);
        return RedemptionResult.SENT;
    };
    private ActionHost host;

    @BeforeEach
    void open() {
        ValueReceiver late = (scope, value, reference, id) -> receiver.receive(scope, value, reference, id);
        host = new ActionHost(directory, _ -> List.of(new HandOver(Map.of(ActionHost.PARTNER, late))));
        host.put(Field.LICENSE_PLATE, PLATE);
        host.put(Field.BANK_ACCOUNT, ACCOUNT);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void handOver_givesTheRecipientTheValueAndTheBackEndAReceipt() {
        var outcome = host.redeem(
            FOOD,
            host.token(ScopeCatalog.LICENSE_PLATE),
            "hand-over",
            Map.of("reference", "o-1")
        );
        assertThat(result(outcome)).isEqualTo(RedemptionResult.SENT);
        assertThat(received).containsExactly("scope.licensePlate o-1 " + PLATE);
        assertThat(PlantedForms.in(outcome + host.written(), PLATE)).isEmpty();
    }

    @Test
    void handOver_givesAStructuredValueAsTheVaultKeepsIt() {
        assertThat(host.result(ScopeCatalog.BANK_ACCOUNT, "hand-over", Map.of())).isEqualTo(RedemptionResult.SENT);
        assertThat(received).containsExactly("scope.bankAccount  " + ACCOUNT);
    }

    @Test
    void handOver_isDoneOnce() {
        var token = host.token(ScopeCatalog.LICENSE_PLATE);
        host.redeem(FOOD, token, "hand-over", Map.of());
        assertThat(host.redeem(FOOD, token, "hand-over", Map.of())).isEqualTo(refused(RefusalReason.INVALID_TOKEN));
        assertThat(received).hasSize(1);
    }

    @Test
    void handOver_refusesAnotherProgramsToken() {
        var token = host.token(ScopeCatalog.LICENSE_PLATE);
        assertThat(host.redeem(OTHER, token, "hand-over", Map.of())).isEqualTo(refused(RefusalReason.INVALID_TOKEN));
        assertThat(received).isEmpty();
    }

    @Test
    void handOver_takesNoParameterButAShortReference() {
        var token = host.token(ScopeCatalog.LICENSE_PLATE);
        assertThat(host.redeem(FOOD, token, "hand-over", Map.of("to", "me"))).isEqualTo(
            refused(RefusalReason.UNEXPECTED_PARAMETER)
        );
        assertThat(host.redeem(FOOD, token, "hand-over", Map.of("reference", "a b"))).isEqualTo(
            refused(RefusalReason.PARAMETER_NOT_ALLOWED)
        );
        assertThat(received).isEmpty();
    }

    @Test
    void handOver_leavesUnknownAndWritesNoValueWhenTheReceiverThrowsIt() {
        try (var log = new CapturedLog()) {
            receiver = (_, value, _, _) -> {
                throw new IllegalStateException("no route for " + value);
            };
            assertThat(host.result(ScopeCatalog.LICENSE_PLATE, "hand-over", Map.of())).isEqualTo(
                RedemptionResult.UNKNOWN
            );
            assertThat(log.text()).contains("ended unknown");
            assertThat(PlantedForms.in(log.text() + host.written(), PLATE)).isEmpty();
        }
    }
}
