package dev.cloakroom.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final String USES_MAIN = "<wxs module=\"m\" src=\"./main.wxs\"/>\n<view>{{m.f(t)}}</view>";

    @Test
    void compile_mapsPathsToTemplates() {
        try (Compiled compiled = new Compiled("pages/a/a.wxml", "<view>{{ t }}</view>", "b.wxml", "")) {
            assertThat(compiled.problems()).isEmpty();
            assertThat(compiled.templates().getMemberKeys()).containsExactlyInAnyOrder("pages/a/a", "b");
            assertThat(compiled.templates().getMember("pages/a/a").execute("").canExecute()).isTrue();
        }
    }

    @Test
    void compile_namesPlaceOfErrorInTemplate() {
        try (Compiled compiled = new Compiled("pages/a.wxml", "<view>\n  <text>{{a +}}</text>\n</view>\n")) {
            assertThat(compiled.problems()).containsExactly(
                "error pages/a.wxml:2:14 unexpected character inside expression"
            );
        }
    }

    @Test
    void compile_keepsWarningsApart() {
        try (Compiled compiled = new Compiled("a.wxml", "<view></view>\n<view>")) {
            assertThat(compiled.problems()).containsExactly("warning a.wxml:2:2 missing end tag");
        }
    }

    @Test
    void compile_resolvesScriptsThatNameEachOtherWithSuffix() {
        try (
            Compiled compiled = new Compiled(
                "pages/a.wxml",
                USES_MAIN,
                "pages/main.wxs",
                "seen = require('../lib/b.wxs').value + require('/lib/c').value",
                "lib/b.wxs",
                "module.exports = { value: getRegExp('B', 'i').test('b') }",
                "lib/c.wxs",
                "exports.value = getDate(41).getTime()"
            )
        ) {
            assertThat(compiled.problems()).isEmpty();
            compiled.templates();
            assertThat(compiled.global("seen").asInt()).isEqualTo(42);
        }
    }

    @Test
    void compile_givesScriptOneStateHoweverItIsNamed() {
        try (
            Compiled compiled = new Compiled(
                "a.wxml",
                USES_MAIN,
                "main.wxs",
                "seen = require('./b.wxs') === require('./b') && require('./b.wxs').n",
                "b.wxs",
                "exports.n = 7"
            )
        ) {
            compiled.templates();
            assertThat(compiled.global("seen").asInt()).isEqualTo(7);
        }
    }

    @Test
    void compile_namesPlaceOfErrorInScriptThatIsUsed() {
        try (Compiled compiled = new Compiled("a.wxml", USES_MAIN, "main.wxs", "var a = 1;\nvar b = ;")) {
            assertThat(compiled.problems()).containsExactly("error main.wxs:2:9 Expected an operand but found ;");
        }
    }

    @Test
    void compile_onlyWarnsOfErrorInScriptThatNoTemplateNames() {
        try (Compiled compiled = new Compiled("a.wxml", "<view/>", "unused.wxs", "var a = ;")) {
            assertThat(compiled.problems()).containsExactly("warning unused.wxs:1:9 Expected an operand but found ;");
            assertThat(compiled.templates().getMemberKeys()).containsExactly("a");
        }
    }

    @Test
    void compile_namesPlaceOfErrorInInlineScript() {
        try (
            Compiled compiled = new Compiled("a.wxml", "<view/>\n<wxs module=\"m\">\n\n  var x = ;\n</wxs>{{m.f()}}")
        ) {
            assertThat(compiled.problems()).containsExactly("error a.wxml:4:11 Expected an operand but found ;");
        }
    }

    @Test
    void compile_confinesScriptThatThrowsToItsTemplates() {
        try (
            Compiled compiled = new Compiled(
                "a.wxml",
                USES_MAIN,
                "main.wxs",
                "null.x",
                "b.wxml",
                "<view>{{ t }}</view>"
            )
        ) {
            assertThat(compiled.problems()).isEmpty();
            assertThat(compiled.templates().getMember("b").execute("").canExecute()).isTrue();
            assertThatThrownBy(() -> compiled.templates().getMember("a").execute("")).hasMessageContaining("null");
        }
    }

    @Test
    void compile_namesPlaceWhereMissingFilesAreMentioned() {
        try (
            Compiled compiled = new Compiled(
                "pages/a.wxml",
                "<wxs module=\"m\" src=\"./x.wxs\"/>\n<import src=\"../t.wxml\"/>{{m.f()}}"
            )
        ) {
            assertThat(compiled.problems()).containsExactly(
                "error pages/a.wxml:1:24 there is no `pages/x.wxs`",
                "warning pages/a.wxml:2:17 there is no `t.wxml`"
            );
        }
    }

    @Test
    void compile_acceptsTemplatesFromEachOther() {
        try (
            Compiled compiled = new Compiled(
                "a.wxml",
                "<import src=\"./b.wxml\"/><template is=\"b\"/><include src=\"/c\"/>",
                "b.wxml",
                "<template name=\"b\">x</template>",
                "c.wxml",
                "y"
            )
        ) {
            assertThat(compiled.problems()).isEmpty();
            assertThat(compiled.templates().getMemberKeys()).hasSize(3);
        }
    }

    @Test
    void compile_reportsWhatNestsTooDeep() {
        for (int depth : new int[] { 2_000, 20_000 }) {
            try (Compiled compiled = new Compiled("a.wxml", "", "b.wxml", nested(depth))) {
                assertThat(compiled.problems()).containsExactly("error b.wxml:1:1 is too deep or too large to compile");
            }
        }
    }

    @Test
    void compile_acceptsDeepTemplates() {
        try (Compiled compiled = new Compiled("a.wxml", nested(100))) {
            assertThat(compiled.problems()).isEmpty();
        }
    }

    private static String nested(int depth) {
        return "<view>".repeat(depth) + "</view>".repeat(depth);
    }

    @Test
    void compile_reportsTemplateWhoseCodeDoesNotParse() {
        try (Compiled compiled = new Compiled("it's.wxml", "<wxs module=\"m\">exports.a = 1</wxs>{{m.a}}")) {
            assertThat(compiled.problems())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("error it's.wxml:1:1 compiles to code that does not parse: ");
        }
    }
}
