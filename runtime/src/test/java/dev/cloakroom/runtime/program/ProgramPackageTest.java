package dev.cloakroom.runtime.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.runtime.input.BadInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramPackageTest {

    @Test
    void digest_dependsOnPathsAndContentsOnly() {
        String digest = ProgramPackage.of(Map.of("a", bytes("1"), "b", bytes("2"))).digest();

        assertThat(ProgramPackage.of(Map.of("b", bytes("2"), "a", bytes("1"))).digest()).isEqualTo(digest);
        assertThat(ProgramPackage.of(Map.of("a", bytes("1"), "b", bytes("3"))).digest()).isNotEqualTo(digest);
        assertThat(ProgramPackage.of(Map.of("a", bytes("1"), "c", bytes("2"))).digest()).isNotEqualTo(digest);
    }

    @Test
    void digest_tellsPathFromContent() {
        assertThat(ProgramPackage.of(Map.of("ab", bytes("c"))).digest()).isNotEqualTo(
            ProgramPackage.of(Map.of("a", bytes("bc"))).digest()
        );
    }

    @Test
    void of_copiesContents() {
        byte[] content = bytes("1");
        ProgramPackage files = ProgramPackage.of(Map.of("a", content));

        content[0] = '2';
        files.bytes("a").orElseThrow()[0] = '3';

        assertThat(files.bytes("a")).contains(bytes("1"));
    }

    @Test
    void of_refusesOddPaths() {
        for (String path : List.of("", "/a", "a//b", "../a", "a/..", "./a", "a\\b", "a\0b", "a\nb", "a".repeat(513))) {
            assertThatThrownBy(() -> ProgramPackage.of(Map.of(path, bytes(""))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("a path must");
        }
    }

    @Test
    void texts_dropsByteOrderMark() {
        assertThat(ProgramPackage.of(Map.of("a.js", bytes("\uFEFF1"))).texts(".js")).containsEntry("a.js", "1");
    }

    @Test
    void texts_refusesWhatIsNotUtf8() {
        ProgramPackage files = ProgramPackage.of(Map.of("a.js", new byte[] { (byte) 0xff }));

        assertThatThrownBy(() -> files.texts(".js"))
            .isInstanceOf(BadInput.class)
            .hasMessage("a.js: is not UTF-8: save it in that encoding");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
