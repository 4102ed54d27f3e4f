package dev.cloakroom.host.storage;

import static dev.cloakroom.host.storage.Samples.NOW;
import static dev.cloakroom.host.storage.StorageUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.delivery.Delivery;
import dev.cloakroom.host.delivery.DeliveryStatus;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.scope.RecipientId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

interface DeliveryContract extends StorageUnderTest {
    RecipientId COURIER = new RecipientId("courier");

    @Test
    default void delivery_comesBackAsItWentInToItsOwnProgram() {
        var delivery = begun();
        assertThat(another().deliveries().find(delivery.handle(), delivery.program())).contains(delivery);
        assertThat(another().deliveries().find(delivery.handle(), Samples.program())).isEmpty();
        assertThat(another().deliveries().find("no-such-handle", delivery.program())).isEmpty();
    }

    @Test
    default void handle_isOneDeliverys() {
        var delivery = begun();
        assertThatThrownBy(() -> another().deliveries().insert(delivery)).isInstanceOf(BrokerException.class);
    }

    @Test
    default void status_isReplacedUntilTheDeliveryIsOver() {
        var delivery = begun();
        for (var status : List.of(DeliveryStatus.ACCEPTED, DeliveryStatus.IN_TRANSIT, DeliveryStatus.ACCEPTED)) {
            assertThat(update(storage(), delivery, status)).isTrue();
            var found = another().deliveries().find(delivery.handle(), delivery.program()).orElseThrow();
            assertThat(found.status()).contains(status);
            assertThat(found.at()).isEqualTo(NOW.plusMillis(1));
        }
    }

    @ParameterizedTest
    @EnumSource(value = DeliveryStatus.class, names = { "DELIVERED", "RETURNED" })
    default void delivery_isOverForGood(DeliveryStatus end) {
        var delivery = begun();
        assertThat(update(storage(), delivery, end)).isTrue();
        for (var later : DeliveryStatus.values()) {
            assertThat(update(another(), delivery, later)).isFalse();
        }
        assertThat(status(delivery)).contains(end);
    }

    @Test
    default void update_isForTheCourierThatHasTheParcel() {
        var delivery = begun();
        var other = new RecipientId("other-courier");
        assertThat(another().deliveries().update(delivery.handle(), other, DeliveryStatus.DELIVERED, NOW)).isFalse();
        assertThat(another().deliveries().update("no-such-handle", COURIER, DeliveryStatus.DELIVERED, NOW)).isFalse();
        assertThat(status(delivery)).isEmpty();
    }

    @Test
    default void delivery_endsOnceHoweverManyReportAtOnce() {
        var delivery = begun();
        var reports = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 16; i++) {
            reports.add(() -> update(storage(), delivery, DeliveryStatus.DELIVERED));
            reports.add(() -> update(another(), delivery, DeliveryStatus.RETURNED));
        }
        assertThat(Collections.frequency(atOnce(reports), true)).isEqualTo(1);
    }

    private Optional<DeliveryStatus> status(Delivery delivery) {
        return storage().deliveries().find(delivery.handle(), delivery.program()).orElseThrow().status();
    }

    private static boolean update(Storage store, Delivery delivery, DeliveryStatus status) {
        return store.deliveries().update(delivery.handle(), COURIER, status, NOW.plusMillis(1));
    }

    private Delivery begun() {
        var delivery = new Delivery(Samples.id("parcel"), Samples.program(), COURIER, Optional.empty(), NOW);
        storage().deliveries().insert(delivery);
        return delivery;
    }
}
