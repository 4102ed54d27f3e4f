package dev.cloakroom.runtime.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.dev.Received;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.JsonFiles;
import dev.cloakroom.runtime.leak.Leak;
import dev.cloakroom.runtime.leak.LeakScan;
import dev.cloakroom.runtime.view.QueryNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Users USERS = new Users(List.of(new UserProfile("guest", null, "+8613812345678", null, null)));
    private static final Step STEP = new Step.Tap(
        new Step.Head(1, "order.json:3", "guest", Duration.ofSeconds(10)),
        "#a"
    );

    private record Node(int id, String tag, String text, List<Node> children) implements QueryNode {
        @Override
        public Map<String, String> attributes() {
            return Map.of("id", "n" + id);
        }

        @Override
        public Set<String> classes() {
            return Set.of("dish");
        }
    }

    /** A report in which everything happened once. */
    private static Report full() throws JsonProcessingException {
        Report report = new Report();
        report.console("guest", "log", "hello", "app.js:3");
        report.storage("guest", Map.of("cart", JSON.readTree("[1]")));
        report.api("guest", "getSetting", JSON.readTree("{\"a\":1}"), true, JSON.readTree("{\"b\":2}"));
        report.api(
            "guest",
            "getPhoneNumber",
            null,
            false,
            JSON.readTree("{\"errMsg\":\"getPhoneNumber:fail auth deny\",\"errno\":103}")
        );
        report.request(
            "guest",
            "POST",
            "https://api.example/orders",
            Map.of("content-type", "application/json"),
            "{}",
            200
        );
        Node page = new Node(1, "page", "", List.of(new Node(2, "", "Noodles", List.of())));
        ObjectNode around = JSON.createObjectNode();
        around.putObject("toast").put("title", "Added");
        report.pages("guest", List.of(new Report.OpenPage("pages/menu/menu", Map.of("table", "7"), page)), around);
        report.backendRequest("POST", "/orders", Map.of(), "{}", 200);
        report.backendAnswer("POST", "/v1/redeem", Map.of(), "{\"status\":\"sent\"}", 200);
        report.backendLog("listening");
        host(report.host());
        return report;
    }

    private static void host(HostReport host) throws JsonProcessingException {
        USERS.all().forEach(host::user);
        host.user(
            new UserProfile(
                "lin",
                "Lin Yue",
                "+8613800138000",
                "lin@example.com",
                new UserProfile.Address("a", "b", "c", "d", "e", "f")
            )
        );
        host.title("a guest orders");
        host.step(STEP, HostReport.Outcome.PASSED, "tapped");
        host.decision("guest", "scope.phoneNumber", HostReport.Effect.ASK, List.of("ask-first"));
        host.consent("guest", "scope.phoneNumber", Step.Answer.ALLOW);
        host.grant("guest", "scope.phoneNumber", HostReport.GrantState.ACTIVE);
        host.ledger((ObjectNode) JSON.readTree("{\"seq\":1}"));
        host.sink(Received.Kind.SMS, String.valueOf(USERS.first().phone()), "order LK-1");
        host.leak(new Leak("guest.phone", "plain", "/api/0/value", "<11 characters>"));
        host.problem("guest", "x is not a function", "app.js:9");
        host.outcome(HostReport.Outcome.FAILED);
    }

    private static void check(JsonNode document) throws JsonProcessingException {
        JsonFiles.read("report.json", JSON.writeValueAsBytes(document)).matching("report");
    }

    @Test
    void toJson_obeysTheSchema() throws JsonProcessingException {
        check(full().toJson());
        check(new Report().toJson());
    }

    @Test
    void toJson_anythingElse_disobeysTheSchema() throws JsonProcessingException {
        ObjectNode spoilt = (ObjectNode) full().toJson();
        ((ObjectNode) spoilt.withArray("console").get(0)).put("phone", "1");
        assertThatThrownBy(() -> check(spoilt))
            .isInstanceOf(BadInput.class)
            .hasMessageContaining("console[0].phone");
        ObjectNode without = (ObjectNode) full().toJson();
        ((ObjectNode) without.withArray("api").get(1)).remove("errMsg");
        assertThatThrownBy(() -> check(without))
            .isInstanceOf(BadInput.class)
            .hasMessageContaining("api[1].errMsg");
    }

    @Test
    void toJson_keys_haveTheOrderInWhichThirdPartiesSee() throws JsonProcessingException {
        assertThat(full().toJson().fieldNames())
            .toIterable()
            .containsExactly("console", "storage", "api", "requests", "pages", "backend", "host");
    }

    @Test
    void toJson_values_areAsRecorded() throws JsonProcessingException {
        JsonNode document = full().toJson();
        assertThat(document.at("/api/1/errno").asInt()).isEqualTo(103);
        assertThat(document.at("/pages/guest/0/tree/children/0/text").asText()).isEqualTo("Noodles");
        assertThat(document.at("/backend").findValuesAsText("kind")).containsExactly("request", "answer", "log");
        assertThat(document.at("/host/scenario/steps/0/verb").asText()).isEqualTo("tap");
        assertThat(document.at("/host/decisions/0/rules/0").asText()).isEqualTo("ask-first");
    }

    @Test
    void thirdPartyView_hasNoHostAndNoPlantedValue() throws JsonProcessingException {
        Report report = full();
        LeakScan scan = LeakScan.of(USERS.planted());
        assertThat(report.thirdPartyView().has("host")).isFalse();
        assertThat(scan.inJson(report.thirdPartyView())).isEmpty();
        assertThat(scan.inJson(report.toJson())).isNotEmpty();
        report.console("guest", "log", "tel " + USERS.first().phone(), "");
        assertThat(scan.inJson(report.thirdPartyView())).isNotEmpty();
    }

    @Test
    void recorded_values_areCopied() throws JsonProcessingException {
        Report report = new Report();
        ObjectNode value = JSON.createObjectNode().put("a", 1);
        report.api("guest", "x", value, true, value);
        value.put("a", 2);
        report.thirdPartyView().removeAll();
        assertThat(report.toJson().at("/api/0/value/a").asInt()).isEqualTo(1);
        assertThat(report.toJson().at("/api/0/args/a").asInt()).isEqualTo(1);
    }

    @Test
    void console_fromManyThreads_keepsEveryLine() {
        Report report = new Report();
        IntStream.range(0, 5_000)
            .parallel()
            .forEach(i -> report.console("guest", "log", "" + i, ""));
        assertThat(report.toJson().at("/console")).hasSize(5_000);
    }
}
