package dev.cloakroom.runtime.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.dev.DevelopmentHost;
import dev.cloakroom.runtime.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Brings what only the host knows into a report: from the ledger, the grants, the prompts and the sink. */
final class HostFacts {

    private final DevelopmentHost host;
    private final Map<String, String> users = new HashMap<>();

    HostFacts(DevelopmentHost host) {
        this.host = host;
    }

    /** Learns what the program knows the user by, before an uninstallation makes the host forget it. */
    void learn(String user) {
        ProgramId program = host.program().registration().id();
        users.put(api().subjects().of(program, new UserId(user)).value(), user);
    }

    void writeTo(HostReport report, ScriptedConsent consent) {
        List<ObjectNode> ledger = api()
            .ledger()
            .entries()
            .stream()
            .flatMap(entry -> Json.parseObject(entry.json()).stream())
            .toList();
        ledger.forEach(report::ledger);
        of(ledger, "decided").forEach(decided -> decision(report, decided));
        consent.prompts().forEach(prompt -> consent(report, prompt));
        grants(report, ledger);
        host.received().forEach(each -> report.sink(each.kind(), each.to(), each.text()));
    }

    private HostApi api() {
        return host.host().api();
    }

    private void decision(HostReport report, ObjectNode decided) {
        var effect = HostReport.Effect.valueOf(decided.path("verdict").asText().toUpperCase(Locale.ROOT));
        report.decision(user(decided), decided.path("scope").asText(), effect, texts(decided.path("rules")));
    }

    private static void consent(HostReport report, ScriptedConsent.Prompt prompt) {
        var answer = Step.Answer.valueOf(prompt.answer().join().name());
        report.consent(prompt.request().user().value(), prompt.request().scope().name(), answer);
    }

    // a grant that is neither live nor taken back was for one token, and is used up
    private void grants(HostReport report, List<ObjectNode> ledger) {
        Set<String> revoked = of(ledger, "revoked").stream().map(HostFacts::grant).collect(Collectors.toSet());
        Set<String> live = users
            .values()
            .stream()
            .flatMap(user -> api().grants().list(new UserId(user)).stream())
            .map(Grant::id)
            .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (ObjectNode minted : of(ledger, "minted")) {
            if (seen.add(grant(minted))) {
                var state = revoked.contains(grant(minted))
                    ? HostReport.GrantState.REVOKED
                    : live.contains(grant(minted))
                      ? HostReport.GrantState.ACTIVE
                      : HostReport.GrantState.EXPIRED;
                report.grant(user(minted), minted.path("scope").asText(), state);
            }
        }
    }

    private String user(ObjectNode entry) {
        return users.getOrDefault(entry.path("subject").asText(), "unknown");
    }

    private static String grant(ObjectNode entry) {
        return entry.path("grant").asText();
    }

    private static List<ObjectNode> of(List<ObjectNode> ledger, String kind) {
        return ledger
            .stream()
            .filter(entry -> entry.path("kind").asText().equals(kind))
            .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
