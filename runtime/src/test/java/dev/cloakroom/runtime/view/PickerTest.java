package dev.cloakroom.runtime.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.runtime.view.Picker.Offer;
import dev.cloakroom.runtime.view.Picker.What;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PickerTest {

    private final SessionUi ui = new SessionUi();
    private final Picker picker = ui.picker();

    @Test
    void pick_waitsUntilTheUserIsDone() throws Exception {
        var pick = pick(2);
        int number = waiting();

        assertThat(picker.offer(number, bytes("a"))).isEqualTo(Offer.TAKEN);
        assertThat(pick).isNotDone();
        assertThat(ui.toJson().at("/pick/most").asInt()).isEqualTo(2);
        picker.done(number, true);

        assertThat(pick.get(20, TimeUnit.SECONDS)).containsExactly("a");
        assertThat(ui.toJson().has("pick")).isFalse();
    }

    @Test
    void pick_takesNoMoreThanWasAskedFor() {
        var pick = pick(1);
        int number = waiting();
        picker.offer(number, bytes("a"));

        assertThat(picker.offer(number, bytes("b"))).isEqualTo(Offer.TOO_LATE);
        picker.done(number, true);
        assertThat(pick.join()).containsExactly("a");
    }

    @Test
    void whatCannotBeRead_isNotTaken() {
        var pick = pick(1);
        int number = waiting();

        assertThat(picker.offer(number, bytes(""))).isEqualTo(Offer.UNREADABLE);
        picker.done(number, true);
        assertThat(pick.join()).isEmpty();
    }

    @Test
    void userWhoCancels_handsNothingOver() {
        var pick = pick(1);
        int number = waiting();
        picker.offer(number, bytes("a"));

        picker.done(number, false);

        assertThat(pick.join()).isEmpty();
    }

    @Test
    void offer_toAnotherPick_isTooLate() {
        var first = pick(1);
        int number = waiting();
        var second = pick(1);

        assertThat(first.join()).isEmpty();
        Awaitility.await().until(() -> waiting() != number);
        assertThat(picker.offer(number, bytes("a"))).isEqualTo(Offer.TOO_LATE);
        picker.done(number, true);
        assertThat(second).isNotDone();
        ui.close();
        assertThat(second.join()).isEmpty();
    }

    @Test
    void pick_afterTheSession_endsAtOnceWithNothing() {
        ui.close();

        assertThat(pick(1).join()).isEmpty();
    }

    private CompletableFuture<List<String>> pick(int most) {
        return CompletableFuture.supplyAsync(() ->
            picker.pick(What.TEXT, most, bytes ->
                bytes.length == 0 ? Optional.empty() : Optional.of(new String(bytes, UTF_8))
            )
        );
    }

    private int waiting() {
        Awaitility.await().until(() -> picker.waiting().isPresent());
        return picker.waiting().orElseThrow().number();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
