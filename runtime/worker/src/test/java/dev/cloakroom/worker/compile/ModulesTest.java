package dev.cloakroom.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModulesTest {

    @Test
    void compile_leavesCommonJsAsItIs() {
        String code = "// import it, then export\nconst App = getApp()\nmodule.exports = 'import x from'\n";

        try (Compiled compiled = new Compiled("a.js", code)) {
            assertThat(compiled.file("a.js")).isEqualTo(code);
            assertThat(compiled.problems()).isEmpty();
        }
    }

    @Test
    void compile_convertsEsModuleLineForLine() {
        try (
            Compiled compiled = new Compiled("a.js", "\nimport b from './b'\n\nexport const c = () => {\n  throw b }\n")
        ) {
            String[] lines = compiled.file("a.js").split("\n", -1);
            assertThat(lines).hasSize(6);
            assertThat(lines[1]).contains("require('./b')");
            assertThat(lines[4]).startsWith("  throw _b2.default }");
            assertThat(compiled.problems()).isEmpty();
        }
    }

    @Test
    void compile_convertsMinifiedEsModule() {
        try (Compiled compiled = new Compiled("a.js", "const a=1;export{a};import'./b'")) {
            assertThat(compiled.file("a.js")).contains("exports.a = a").contains("require('./b')");
        }
    }

    @Test
    void compile_convertsTypeScriptLineForLineToJs() {
        try (
            Compiled compiled = new Compiled(
                "a.ts",
                "interface A {\n  b: string\n}\nconst a = <A>{ b: 'x' }\nPage(a)\n"
            )
        ) {
            assertThat(compiled.file("a.js").split("\n", -1)[4]).isEqualTo("Page(a)");
            assertThat(compiled.hasFile("a.ts")).isFalse();
            assertThat(compiled.problems()).isEmpty();
        }
    }

    @Test
    void compile_dropsDeclarations() {
        try (Compiled compiled = new Compiled("a.d.ts", "declare const a: string")) {
            assertThat(compiled.hasFile("a.d.js")).isFalse();
        }
    }

    @Test
    void compile_prefersTypeScriptToTheJavaScriptBesideIt() {
        try (Compiled compiled = new Compiled("a.js", "1", "a.ts", "let x: number = 2")) {
            assertThat(compiled.file("a.js")).contains("2");
            assertThat(compiled.problems()).containsExactly("warning a.js:1:1 is not used: `a.ts` stands beside it");
        }
    }

    @Test
    void compile_namesPlaceOfSyntaxError() {
        assertProblem("a.js", "const a = 1\nlet b = a a\n", "error a.js:2:11 Expected ; but found a");
    }

    @Test
    void compile_namesPlaceOfSyntaxErrorInFirstLine() {
        assertProblem("a.js", "let b = a a", "error a.js:1:11 Expected ; but found a");
    }

    @Test
    void compile_namesPlaceOfSyntaxErrorInEsModule() {
        assertProblem("a.js", "import a from 'b'\nlet b = a a\n", "error a.js:2:11 Unexpected token, expected \";\"");
    }

    @Test
    void compile_namesPlaceOfSyntaxErrorInTypeScript() {
        assertProblem("a.ts", "let a: string = 1\nlet b: = 2\n", "error a.ts:2:8 Unexpected token");
    }

    @Test
    void compile_namesPlaceOfErrorThatOnlyTheEngineSees() {
        assertProblem(
            "a.js",
            "export const a = 1\nconst a = 2\n",
            "error a.js:2:7 Variable \"a\" has already been declared"
        );
    }

    @Test
    void compile_namesLastLineWhenTheSourceEndsTooEarly() {
        assertProblem(
            "a.js",
            "Page({\n  a() {\n  }\n",
            "error a.js:4:1 something that was begun is not finished: the source ends"
        );
    }

    @Test
    void compile_reportsWhatNestsTooDeep() {
        try (Compiled compiled = new Compiled("a.js", "(".repeat(1_000_000), "b.js", "1")) {
            assertThat(compiled.problems()).containsExactly("error a.js:1:1 nests too deep");
            assertThat(compiled.file("b.js")).isEqualTo("1");
        }
    }

    @Test
    void compile_reportsEsModuleThatNestsTooDeep() {
        try (Compiled compiled = new Compiled("a.js", "import 'b';x=" + "(".repeat(60_000), "b.js", "1")) {
            assertThat(compiled.problems()).hasSize(1).first().asString().startsWith("error a.js:1:");
            assertThat(compiled.file("b.js")).isEqualTo("1");
        }
    }

    @Test
    void compile_acceptsLongChains() {
        try (Compiled compiled = new Compiled("a.js", "import 'b'\nlet x = 'a'" + " + 'b'".repeat(5000))) {
            assertThat(compiled.problems()).isEmpty();
        }
    }

    private static void assertProblem(String path, String code, String problem) {
        try (Compiled compiled = new Compiled(path, code)) {
            assertThat(compiled.problems()).containsExactly(problem);
        }
    }
}
