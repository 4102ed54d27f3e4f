package dev.cloakroom.runtime.owner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.settings.PrivacySettings;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.OwnerView;
import dev.cloakroom.host.vault.PutOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The user's say in what leaves, while one program is in front of them. The surface in front of it must be trusted, and
 * must have authenticated the user.
 */
public final class PrivacyDesk {

    private final HostApi host;
    private final UserId user;
    private final ProgramId program;

    public PrivacyDesk(HostApi host, UserId user, ProgramId program) {
        this.host = host;
        this.user = user;
        this.program = program;
    }

    /** Everything that a surface shows, in the members of {@code privacy} in {@code docs/simulator-protocol.md}. */
    public ObjectNode state() {
        return new PrivacyView(host, user, program).toJson();
    }

    /**
     * Which values of the user a token of that scope could stand for, by the names that the user gave them, and which
     * one it would stand for now. No value is in it.
     */
    public Labels labels(Scope scope) {
        List<String> all = Field.of(scope).map(own()::labels).orElse(List.of());
        return new Labels(all, settings().choice(user, program, scope));
    }

    /** Has the program's next tokens of that scope stand for the value of that label; an unknown one changes nothing. */
    public void choose(Scope scope, String label) {
        if (labels(scope).all().contains(label)) {
            settings().choose(user, program, scope, label);
        }
    }

    /** Everything that the host has of the user, for the user to keep. */
    public ObjectNode export() {
        return host.dashboard().export(user);
    }

    /** Does what an {@code act} of that document says, and returns what to tell the user; an unknown one does nothing. */
    public String act(ObjectNode message) {
        return switch (message.path("act").asText()) {
            case "location-off" -> done(() -> settings().setLocationOff(user, message.path("on").asBoolean()));
            case "data-sharing" -> done(() -> settings().setDataSharing(user, message.path("on").asBoolean()));
            case "revoke-all" -> ended(host.grants().revokeAll(user));
            case "erase" -> done(() -> host.dashboard().erase(user));
            case "put" -> onField(message, field -> put(field, message));
            case "remove" -> onField(message, field -> done(() -> own().erase(field, message.path("label").asText())));
            default -> onScope(message, scope -> act(scope, message));
        };
    }

    private String act(Scope scope, ObjectNode message) {
        String value = message.path("value").asText();
        return switch (message.path("act").asText()) {
            case "audience" -> done(() ->
                Audiences.of(value, program).ifPresent(audience -> settings().setAudience(user, scope, audience))
            );
            case "choose" -> done(() -> choose(scope, value));
            case "reopen" -> done(() -> host.consents().reopen(user, program, scope));
            case "revoke" -> ended(host.grants().revoke(user, programOf(message), scope));
            default -> "";
        };
    }

    private ProgramId programOf(ObjectNode message) {
        String id = message.path("program").asText();
        return id.isEmpty() ? program : new ProgramId(id);
    }

    private String put(Field field, ObjectNode message) {
        var outcome = own().put(field, message.path("label").asText(), message.path("value").asText());
        return switch (outcome) {
            case PutOutcome.Rejected(var reason) -> reason.text();
            case PutOutcome.Stored _ -> "saved";
        };
    }

    private static String onField(ObjectNode message, Function<Field, String> act) {
        String name = message.path("field").asText();
        Optional<Field> field = Arrays.stream(Field.values())
            .filter(known -> known.name().equals(name))
            .findFirst();
        return field.map(act).orElse("");
    }

    private static String onScope(ObjectNode message, Function<Scope, String> act) {
        return ScopeCatalog.find(message.path("scope").asText()).map(act).orElse("");
    }

    private static String ended(int grants) {
        return grants + " grants ended";
    }

    private static String done(Runnable act) {
        act.run();
        return "";
    }

    private PrivacySettings settings() {
        return host.settings();
    }

    private OwnerView own() {
        return host.vault().ownerView(user);
    }
}
