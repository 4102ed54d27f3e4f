package dev.cloakroom.host.redeem.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterRuleTest {

    private static final ParameterRule TEXT = ParameterRule.text(40);

    @ParameterizedTest
    @ValueSource(
        strings = {
            "Mapo tofu",
            "麻婆豆腐",
            "汤好了。请来取",
            "table 12, 3 dishes",
            "it is ready. Come!",
            "No. 123456",
        }
    )
    void allows_plainText(String text) {
        assertThat(TEXT.allows(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "",
            "http://x.cn",
            "x.cn/a",
            "see evil.example now",
            "WWW evil",
            "ｅｖｉｌ．ｃｏｍ",
            "evil。com",
            "例子.中国",
            "me@example",
            "13812345678",
            "138 1234 5678",
            "1-3-8-1-2-3-4",
            "１３８１２３４５６７８",
            "一三八一二三四五六七八",
            "line\nbreak",
            "zero\u200Bwidth",
            "bidi\u202Etext",
        }
    )
    void allows_noLinksNumbersOrInvisibleText(String text) {
        assertThat(TEXT.allows(text)).isFalse();
    }

    @Test
    void allows_upToItsLength() {
        assertThat(ParameterRule.text(3).allows("abc")).isTrue();
        assertThat(ParameterRule.text(3).allows("abcd")).isFalse();
    }

    @Test
    void matching_allowsNumbersOfItsPattern() {
        var rule = ParameterRule.matching(12, "[0-9]{12}");
        assertThat(rule.allows("202611010001")).isTrue();
        assertThat(rule.allows("20261101000x")).isFalse();
    }

    @Test
    void fill_readsNoPlaceInsideAValue() {
        var template = new SmsTemplate("t", "{a} and {b}", Map.of("a", TEXT, "b", TEXT));
        assertThat(template.fill(Map.of("a", "{b}", "b", "$1"))).isEqualTo("{b} and $1");
    }

    @Test
    void template_needsARuleForEachPlace() {
        assertThatThrownBy(() -> new SmsTemplate("t", "{a}", Map.of())).hasMessageContaining("each place needs a rule");
        assertThatThrownBy(() -> new SmsTemplate("t", "", Map.of("a", TEXT))).hasMessageContaining("each rule a place");
        assertThatThrownBy(() -> new SmsTemplate("t", "{template}", Map.of("template", TEXT))).hasMessageContaining(
            "no place can be called `template`"
        );
    }
}
