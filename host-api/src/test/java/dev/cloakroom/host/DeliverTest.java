package dev.cloakroom.host;

import static dev.cloakroom.host.ActionHost.PARTNER;
import static dev.cloakroom.host.ActionHost.refused;
import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.delivery.Delivery;
import dev.cloakroom.host.delivery.DeliveryStatus;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.redeem.RedemptionReceipt;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.action.Courier;
import dev.cloakroom.host.redeem.action.Deliver;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.PostalAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliverTest {

    private static final PostalAddress HOME = new PostalAddress(
        "Alice Waengler",
        "+8613812345678",
        "广东省",
        "深圳市",
        "南山区",
        "Zyqx Street 7731",
        "Floor 19",
        "440305",
        "518057"
    );
    private static final List<String> PLANTED = List.of("Alice Waengler", "13812345678", "Zyqx Street", "SF-774411");

    @TempDir
    Path directory;

    private final List<String> ordered = new ArrayList<>();
    private Courier courier = (address, label, parcel) -> {
        ordered.add(address.userName() + ", " + address.streetName() + ", " + label + ", " + parcel);
        return RedemptionResult.SENT;
    };
    private ActionHost host;

    @BeforeEach
    void open() {
        Courier late = (address, label, parcel) -> courier.order(address, label, parcel);
        host = new ActionHost(directory, parts ->
            List.of(new Deliver(Map.of(PARTNER, late), parts.deliveries(), parts.programs()))
        );
        host.put(Field.ADDRESS, HOME.toJson());
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void deliver_givesTheCourierTheAddressAndTheDeveloperAHandle() {
        var receipt = deliver(Map.of("reference", "o-1", "contents", "2 bowls of soup"));
        assertThat(receipt.result()).isEqualTo(RedemptionResult.SENT);
        assertThat(ordered).singleElement().asString().startsWith("Alice Waengler, Zyqx Street 7731");
        assertThat(ordered.getFirst()).contains("sender=Food Order", "o-1", "2 bowls of soup", receipt.id());
        var written = receipt + host.written() + find(FOOD, receipt.id());
        assertThat(PLANTED).allSatisfy(value -> assertThat(PlantedForms.in(written, value)).isEmpty());
    }

    @Test
    void delivery_isTrackedByItsHandleUntilItIsOver() {
        var handle = deliver(Map.of()).id();
        assertThat(find(FOOD, handle).getFirst().status()).isEmpty();
        assertThat(report(PARTNER, handle, DeliveryStatus.IN_TRANSIT)).isTrue();
        assertThat(find(FOOD, handle).getFirst().status()).contains(DeliveryStatus.IN_TRANSIT);
        assertThat(report(PARTNER, handle, DeliveryStatus.RETURNED)).isTrue();
        assertThat(report(PARTNER, handle, DeliveryStatus.DELIVERED)).isFalse();
        assertThat(find(FOOD, handle).getFirst().status()).contains(DeliveryStatus.RETURNED);
    }

    @Test
    void delivery_isItsProgramsAndItsCouriersOnly() {
        var handle = deliver(Map.of()).id();
        assertThat(find(OTHER, handle)).isEmpty();
        assertThat(report(new RecipientId("another"), handle, DeliveryStatus.DELIVERED)).isFalse();
        assertThat(report(PARTNER, "nothing", DeliveryStatus.DELIVERED)).isFalse();
        assertThat(find(FOOD, handle).getFirst().status()).isEmpty();
    }

    @Test
    void deliver_mayBeReportedBeforeTheCourierHasAnswered() {
        courier = (_, _, parcel) -> {
            assertThat(report(PARTNER, parcel, DeliveryStatus.ACCEPTED)).isTrue();
            return RedemptionResult.UNKNOWN;
        };
        var receipt = deliver(Map.of());
        assertThat(receipt.result()).isEqualTo(RedemptionResult.UNKNOWN);
        assertThat(find(FOOD, receipt.id()).getFirst().status()).contains(DeliveryStatus.ACCEPTED);
    }

    @Test
    void deliver_leavesUnknownAndLogsNothingOfTheAddressOrTheCouriersNumber() {
        courier = (address, _, _) -> {
            throw new IllegalStateException("SF-774411 for " + address.userName() + address.streetName());
        };
        try (var log = new CapturedLog()) {
            assertThat(deliver(Map.of()).result()).isEqualTo(RedemptionResult.UNKNOWN);
            var seen = log.text() + host.written();
            assertThat(seen).contains("ended unknown");
            assertThat(PLANTED).allSatisfy(value -> assertThat(PlantedForms.in(seen, value)).isEmpty());
        }
    }

    @Test
    void deliver_isOrderedOnceByItsProgram() {
        var token = host.token(ScopeCatalog.ADDRESS);
        assertThat(host.redeem(OTHER, token, "deliver", Map.of())).isEqualTo(refused(RefusalReason.INVALID_TOKEN));
        assertThat(host.redeem(FOOD, token, "deliver", Map.of("to", "me"))).isEqualTo(
            refused(RefusalReason.UNEXPECTED_PARAMETER)
        );
        host.redeem(FOOD, token, "deliver", Map.of());
        assertThat(host.redeem(FOOD, token, "deliver", Map.of())).isEqualTo(refused(RefusalReason.INVALID_TOKEN));
        assertThat(ordered).hasSize(1);
    }

    private RedemptionReceipt deliver(Map<String, String> parameters) {
        var outcome = host.redeem(FOOD, host.token(ScopeCatalog.ADDRESS), "deliver", parameters);
        return ((RedemptionOutcome.Completed) outcome).receipt();
    }

    private boolean report(RecipientId from, String handle, DeliveryStatus status) {
        return host.host.deliveries().report(from, handle, status);
    }

    private List<Delivery> find(ProgramRegistration program, String handle) {
        return host.host.deliveries().find(authenticated(program), handle).stream().toList();
    }

    private AuthenticatedProgram authenticated(ProgramRegistration program) {
        return host.authenticated(program);
    }
}
