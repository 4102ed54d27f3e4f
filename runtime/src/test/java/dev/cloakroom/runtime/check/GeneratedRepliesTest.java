package dev.cloakroom.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.net.HttpAsk;
import dev.cloakroom.runtime.program.ProgramPackage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedRepliesTest {

    private static final String URL = "https://api.example/goods";

    private GeneratedReplies replies = of("");

    private static GeneratedReplies of(String source) {
        return new GeneratedReplies(
            new Hints(ProgramPackage.of(Map.of("a.js", source.getBytes(StandardCharsets.UTF_8))))
        );
    }

    private String body() {
        return replies
            .answer(new HttpAsk("GET", URI.create(URL + "?page=1"), Map.of(), "", Duration.ofSeconds(1)))
            .body();
    }

    private boolean missed(String path, String key) {
        body();
        JsonNode read = Json.value(
            "{\"method\": \"GET\", \"url\": \"" +
                URL +
                "?page=2\", \"path\": " +
                path.replace('\'', '"') +
                ", \"key\": \"" +
                key +
                "\"}"
        );
        replies.learn(Json.array().add(read));
        return replies.takeChanged();
    }

    @Test
    void reply_beginsWithWhatTheSourcesTakeForSuccess() {
        replies = of(
            "if (res.data.errno === 501) login(); if (res.errno === 0) go(); if (data.errno == 0 && ret.code != '0000') x()"
        );
        assertThat(body()).isEqualTo("{\"errno\":0,\"code\":\"0000\"}");
    }

    @Test
    void missedMembers_areThereTheNextTime_inEveryEntryOfAList() {
        assertThat(missed("[]", "goodsList")).isTrue();
        assertThat(missed("['goodsList', '*']", "id")).isTrue();
        assertThat(body()).isEqualTo("{\"goodsList\":[{\"id\":1},{\"id\":2}]}");
        assertThat(missed("['goodsList', '*']", "id")).as("the same again").isFalse();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
            "map     | [{},{}]",
            "0       | [{},{}]",
            "length  | [{},{}]",
            "split   | \"text 1\"",
            "toFixed | 1",
            "total   | {\"total\":1}",
        }
    )
    void useOfAMember_saysWhatItIs(String key, String expected) {
        missed("[]", "data");
        missed("['data']", key);
        assertThat(Json.value(body()).path("data").toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
            "x.wares.forEach(f) | wares   | [{},{}]",
            "let n = r.shop.owner.trim() | shop | {}",
            "this.setData({ all: r.things }); all.map(f) | things | [{},{}]",
        }
    )
    void sources_sayWhatANameStandsFor(String source, String name, String expected) {
        replies = of(source);
        missed("[]", name);
        assertThat(Json.value(body()).path(name).toString()).isEqualTo(expected);
    }

    @Test
    void whatCannotBeMapped_becomesAList() {
        missed("[]", "wares");
        replies.failed("TypeError: r.wares.map is not a function");
        assertThat(replies.takeChanged()).isTrue();
        assertThat(body()).isEqualTo("{\"wares\":[{},{}]}");
    }

    @Test
    void whatNobodyAskedFor_teachesNothing() {
        JsonNode stranger = Json.value(
            "{\"method\": \"GET\", \"url\": \"https://other.example/\", \"path\": [], \"key\": \"a\"}"
        );
        replies.learn(Json.array().add(stranger));
        assertThat(replies.takeChanged()).isFalse();
    }
}
