package dev.cloakroom.runtime.leak;

import static dev.cloakroom.runtime.leak.Planted.MAIL;
import static dev.cloakroom.runtime.leak.Planted.PHONE;
import static dev.cloakroom.runtime.leak.Planted.SCAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeakScanTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Samples.Sample> samples() {
        return Samples.all();
    }

    /** What needs more than one text: encoding, then the tree. */
    static Stream<Samples.Sample> trees() {
        String a = PHONE.substring(0, 3);
        String b = PHONE.substring(3, 7);
        String c = PHONE.substring(7);
        return Stream.of(
            new Samples.Sample(
                "siblings",
                "keys",
                "{`a`:`%s`,`b`:`%s`,`c`:`%s`}".formatted(a, b.substring(0, 2), b.substring(2) + c)
            ),
            new Samples.Sample(
                "siblings",
                "mail",
                "{`user`:`%s`,`host`:`%s`}".formatted(MAIL.substring(0, 8), MAIL.substring(8))
            ),
            new Samples.Sample(
                "column",
                "console",
                "[{`text`:`%s`,`at`:1},{`text`:`%s`,`at`:2}]".formatted(MAIL.substring(0, 8), MAIL.substring(8))
            ),
            new Samples.Sample(
                "series",
                "console lines",
                "[{`text`:`part 1: %s.`},{`text`:`part 2: %s.`},{`text`:`part 3: %s.`}]".formatted(a, b, c)
            ),
            new Samples.Sample(
                "series",
                "overlapping",
                "[{`text`:`a %s a`},{`text`:`b %s b`}]".formatted(PHONE.substring(0, 6), PHONE.substring(5))
            )
        );
    }

    @ParameterizedTest
    @MethodSource("samples")
    void inText_sample_isFound(Samples.Sample sample) {
        assertThat(SCAN.inText("log", sample.text())).isNotEmpty().allSatisfy(LeakScanTest::saysNothing);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void inText_sampleWithoutItsEncoding_isMissed(Samples.Sample sample) {
        assertThat(SCAN.without(sample.encoding()).inText("log", sample.text())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void inBytes_sampleInAFile_isFound(Samples.Sample sample) {
        boolean bytes = sample
            .text()
            .chars()
            .allMatch(c -> c < 256);
        Charset charset = bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        byte[] file = ("first line\n" + sample.text() + "\n").getBytes(charset);
        assertThat(SCAN.inBytes("file", file)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void inJson_sample_isFoundAtItsPointer(Samples.Sample sample) {
        JsonNode tree = JSON.createObjectNode().set("api", JSON.createArrayNode().add("fine").add(sample.text()));
        assertThat(SCAN.inJson(tree)).extracting(Leak::path).contains("/api/1");
    }

    @ParameterizedTest
    @MethodSource("trees")
    void inJson_splitValue_isFoundOnlyWithItsEncoding(Samples.Sample sample) {
        JsonNode tree = json(sample.text());
        assertThat(SCAN.inJson(tree)).isNotEmpty().allSatisfy(LeakScanTest::saysNothing);
        assertThat(SCAN.without(sample.encoding()).inJson(tree)).isEmpty();
    }

    @Test
    void everyEncoding_hasASample() {
        Set<String> sampled = Stream.concat(samples(), trees())
            .map(Samples.Sample::encoding)
            .collect(Collectors.toSet());
        assertThat(Encodings.ALL)
            .extracting(Encoding::name)
            .doesNotHaveDuplicates()
            .hasSizeGreaterThan(20)
            .allMatch(sampled::contains);
    }

    @Test
    void inJson_splitInAnArray_namesFirstAndLast() {
        JsonNode tree = json(
            "{`x`:[`a`,`%s`,`%s`,`%s`]}".formatted(PHONE.substring(0, 5), PHONE.charAt(5), PHONE.substring(6))
        );
        assertThat(SCAN.inJson(tree)).extracting(Leak::path).contains("/x/1 .. /x/3");
    }

    @Test
    void inJson_digitByDigit_isFound() {
        String digits = String.join(",", PHONE.split(""));
        assertThat(SCAN.inJson(json("[" + digits + "]"))).isNotEmpty();
        assertThat(SCAN.inJson(json("[{`d`:" + digits.replace(",", "},{`d`:") + "}]"))).isNotEmpty();
    }

    @Test
    void inJson_characterCodesInAnArray_areFound() {
        String codes = PHONE.chars().mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertThat(SCAN.inJson(json("{`codes`:[" + codes + "]}"))).isNotEmpty();
    }

    @Test
    void inJson_numbers_areFound() {
        assertThat(SCAN.inJson(json("{`n`:" + PHONE + "}"))).hasSize(1);
        assertThat(SCAN.inJson(json("{`n`:" + PHONE + "00}"))).isNotEmpty();
        assertThat(SCAN.inJson(json("{`n`:" + PHONE.charAt(0) + "." + PHONE.substring(1) + "E10}"))).isNotEmpty();
    }

    @Test
    void inJson_valueAsKey_isFoundAndNotRepeatedInPaths() {
        List<Leak> leaks = SCAN.inJson(json("{`storage`:{`" + PHONE + "`:{`a`:`" + PHONE + "`}}}"));
        assertThat(leaks).hasSize(2).allSatisfy(LeakScanTest::saysNothing);
        assertThat(leaks).extracting(Leak::path).contains("/storage/(key that leaks)/a");
    }

    @Test
    void inJson_slashInKey_isEscaped() {
        assertThat(SCAN.inJson(json("{`a/b~c`:`" + PHONE + "`}")))
            .extracting(Leak::path)
            .containsExactly("/a~1b~0c");
    }

    @Test
    void inText_splitOverLines_isFound() {
        String log = "10:11:12 INFO part %s\n10:11:12 INFO part %s\n".formatted(
            PHONE.substring(0, 6),
            PHONE.substring(6)
        );
        assertThat(SCAN.inText("log", log)).extracting(Leak::path).containsExactly("log:0 .. log:26");
        assertThat(SCAN.without("series").inText("log", log)).isEmpty();
    }

    @Test
    void inText_plain_namesOffsetOnce() {
        List<Leak> leaks = SCAN.inText("log", "call " + PHONE + " or 5");
        assertThat(leaks).containsExactly(new Leak("lin.phone", "plain", "log:5", "xxxx <11 characters> xx 0"));
    }

    @Test
    void inText_nested_namesEncodingsOutermostFirst() {
        String text = Samples.base64(Samples.ascii(Samples.each(PHONE, c -> "&#" + c + ";")));
        assertThat(SCAN.inText("log", text)).extracting(Leak::encoding).contains("base64 > entity > plain");
    }

    @Test
    void inFiles_directory_namesTheFile(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a.log"), "nothing");
        Files.writeString(directory.resolve("b.log"), "tel " + PHONE);
        assertThat(SCAN.inFiles(directory))
            .extracting(Leak::path)
            .containsExactly(directory.resolve("b.log") + ":4");
    }

    @Test
    void inText_bomb_isReported() {
        byte[] zeros = new byte[Layer.LONGEST + 1];
        String bomb = Samples.base64(Samples.gzip(zeros));
        assertThat(SCAN.inText("log", bomb)).extracting(Leak::encoding).containsExactly("not searched");
    }

    @Test
    void of_foreignNumber_isFoundInItsForms() {
        LeakScan scan = LeakScan.of(List.of(new PlantedValue("ann", "+1 415 555 2671")));
        assertThat(scan.inText("log", "(415) 555-2671")).isNotEmpty();
        assertThat(scan.inText("log", "14155552671")).isNotEmpty();
        assertThat(
            LeakScan.of(List.of(new PlantedValue("tan", "+65 8123 4567"))).inText("log", "8123-4567, 81234567.")
        ).isNotEmpty();
    }

    @Test
    void plantedValue_tooShort_isRefusedWithoutBeingSaid() {
        assertThatThrownBy(() -> new PlantedValue("lin.code", "1234567"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageNotContaining("1234567");
        assertThatThrownBy(() -> new PlantedValue("lin.name", "Lin")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new PlantedValue("lin.phone", PHONE)).asString().doesNotContain(PHONE);
    }

    @Test
    void without_unknownEncoding_isRefused() {
        assertThatThrownBy(() -> SCAN.without("rot14")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void saysNothing(Leak leak) {
        assertThat(leak.toString()).doesNotContain(PHONE, MAIL, PHONE.substring(3), Planted.NAME, Planted.STREET);
        assertThat(SCAN.inText("leak", leak.toString())).isEmpty();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('`', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
