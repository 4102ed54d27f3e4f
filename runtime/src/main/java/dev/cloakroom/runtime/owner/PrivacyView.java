package dev.cloakroom.runtime.owner;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.PrivacyDashboard.ProgramView;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.Term;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.scope.Wording;
import dev.cloakroom.host.settings.Settings;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.OwnerView;
import dev.cloakroom.runtime.json.Json;
import java.util.List;
import java.util.Set;

/**
 * What a user sees of their data: what each program may do, what was disclosed to the one that runs, who may ask for
 * what, and the values themselves. All of it is for that user alone, who must have been authenticated.
 */
final class PrivacyView {

    /** The entries of the ledger in which something left, or was done with a value. */
    private static final Set<String> DISCLOSURES = Set.of("minted", "derived", "picked", "redemption-reserved");

    private final HostApi host;
    private final UserId user;
    private final ProgramId program;

    PrivacyView(HostApi host, UserId user, ProgramId program) {
        this.host = host;
        this.user = user;
        this.program = program;
    }

    /** The members of {@code privacy} in {@code docs/simulator-protocol.md}. */
    ObjectNode toJson() {
        Settings settings = host.settings().of(user);
        List<ProgramView> programs = host.dashboard().programs(user);
        ObjectNode state = Json.object().put("locationOff", settings.locationOff());
        grants(programs, state.putArray("grants"));
        scopes(settings, denied(programs), state.putArray("scopes"));
        disclosed(state.putArray("disclosed"));
        values(state.putArray("values"));
        return state;
    }

    private static void grants(List<ProgramView> programs, ArrayNode into) {
        for (ProgramView view : programs) {
            view.grants().forEach(grant -> into.add(grant(grant, name(view))));
        }
    }

    private static String name(ProgramView view) {
        return view
            .program()
            .map(known -> known.verifiedName())
            .orElse(view.id().value());
    }

    private static ObjectNode grant(Grant grant, String name) {
        ObjectNode shown = Json.object()
            .put("program", name)
            .put("programId", grant.program().value())
            .put("scope", grant.scope().name())
            .put("purpose", grant.purpose())
            .put("term", term(grant.term()))
            .put("at", grant.at().toString())
            .put("receipt", grant.receipt().orElse(""));
        var recipients = grant
            .recipients()
            .stream()
            .map(id -> id.value());
        return shown.set("recipients", Json.tree(recipients.sorted().toList()));
    }

    private static String term(Term term) {
        return switch (term) {
            case Term.Once _ -> "once";
            case Term.Session _ -> "this session";
            case Term.Until(var end) -> "until " + end;
            case Term.UntilRevoked _ -> "until you take it back";
        };
    }

    private List<Scope> denied(List<ProgramView> programs) {
        return programs
            .stream()
            .filter(view -> view.id().equals(program))
            .flatMap(view -> view.denied().stream())
            .toList();
    }

    private void scopes(Settings settings, List<Scope> denied, ArrayNode into) {
        for (Scope scope : ScopeCatalog.all()) {
            ObjectNode shown = into.addObject().put("scope", scope.name());
            shown.set("category", wording(scope.category().wording()));
            shown.set("sees", wording(scope.sees()));
            shown.put("audience", Audiences.word(settings.audiences().get(scope)));
            shown.put("denied", denied.contains(scope));
            shown.put("choice", host.settings().choice(user, program, scope));
            shown.set("labels", Json.tree(Field.of(scope).map(own()::labels).orElse(List.of())));
        }
    }

    private static ObjectNode wording(Wording wording) {
        return Json.object().put("en", wording.english()).put("zh", wording.chinese());
    }

    /** The newest of what was told to the program, or done for it. */
    private void disclosed(ArrayNode into) {
        host.dashboard()
            .history(user, program, Long.MAX_VALUE)
            .stream()
            .flatMap(entry -> Json.parseObject(entry.json()).stream())
            .filter(entry -> DISCLOSURES.contains(entry.path("kind").asText()))
            .forEach(into::add);
    }

    private void values(ArrayNode into) {
        for (Field field : Field.values()) {
            if (field != Field.LAST_CELL) {
                labels(field).forEach(label -> value(field, label, into));
            }
        }
    }

    /** The host app may serve a value without a label of the user's. */
    private List<String> labels(Field field) {
        List<String> labels = own().labels(field);
        return labels.isEmpty() ? List.of("") : labels;
    }

    private void value(Field field, String label, ArrayNode into) {
        own()
            .read(field, label)
            .ifPresent(value ->
                into.addObject().put("field", field.name()).put("label", label).put("value", value.reveal())
            );
    }

    private OwnerView own() {
        return host.vault().ownerView(user);
    }
}
