package dev.cloakroom.host.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestTextTest {

    @ParameterizedTest
    @ValueSource(strings = { "用于配送 (delivery), 50% off!", "é 👍 «ok»", "a　b" })
    void visible_keepsWhatCanBeSeen(String text) {
        assertThat(GuestText.visible(text, 100)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
        ints = { 0, 0x0A, 0x1B, 0x7F, 0x85, 0xA0, 0xAD, 0x200B, 0x200F, 0x2028, 0x202E, 0x2066, 0x3164, 0xFE0F, 0xFEFF }
    )
    void visible_writesOutWhatCannotBeSeen(int point) {
        assertThat(GuestText.visible("a" + Character.toString(point) + "b", 100)).isEqualTo(
            "a\\u{" + Integer.toHexString(point) + "}b"
        );
    }

    @Test
    void visible_cutsToItsBoundWithAnEllipsis() {
        assertThat(GuestText.visible("👍".repeat(11), 10)).isEqualTo("👍".repeat(9) + "…");
        assertThat(GuestText.visible("👍".repeat(10), 10)).isEqualTo("👍".repeat(10));
    }

    @Test
    void visible_isTheSameWhenDoneTwice() {
        var once = GuestText.visible("\u202E".repeat(50), 20);
        assertThat(GuestText.visible(once, 20)).isEqualTo(once);
    }
}
