package dev.cloakroom.runtime.owner;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.alias.AliasOwner;
import dev.cloakroom.host.alias.Aliases;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.AliasKind;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.PersonalValue;
import dev.cloakroom.runtime.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what a placeholder or a number's token looks like on the screen of the user that it stands for, and on no other. */
public final class Painter {

    private static final Map<AliasKind, Field> PAINTED = Map.of(
        AliasKind.NICKNAME,
        Field.NICKNAME,
        AliasKind.AVATAR,
        Field.AVATAR
    );

    private static final Set<Field> NUMBERS = Set.of(Field.PHONE, Field.CONTACT);

    private final HostApi host;
    private final AliasOwner owner;

    public Painter(HostApi host, UserId user, ProgramId program) {
        this.host = host;
        this.owner = new AliasOwner(program, user);
    }

    /** The nickname, or the address of the picture; empty for a placeholder of somebody else, or a value not there. */
    public Optional<String> value(String placeholder) {
        return PAINTED.entrySet()
            .stream()
            .filter(painted -> placeholder.startsWith(Aliases.PLACEHOLDER))
            .filter(painted -> host.aliases().owner(painted.getKey(), placeholder).filter(owner::equals).isPresent())
            .findFirst()
            .flatMap(painted -> host.vault().ownerView(owner.user()).read(painted.getValue()))
            .map(PersonalValue::reveal);
    }

    /** The telephone number that a token of this program and user stands for, while it is alive. */
    public Optional<String> number(String token) {
        return host
            .programs()
            .onItsBehalf(owner.program())
            .flatMap(program -> host.tokens().grantOf(program, owner.user(), token))
            .flatMap(this::number);
    }

    private Optional<String> number(Grant grant) {
        return Field.of(grant.scope())
            .filter(NUMBERS::contains)
            .flatMap(field ->
                host
                    .vault()
                    .ownerView(owner.user())
                    .read(field, grant.label())
                    .map(value -> number(field, value.reveal()))
            );
    }

    private static String number(Field field, String value) {
        return field == Field.CONTACT ? Json.parseObject(value).orElseThrow().path("phoneNumber").asText() : value;
    }
}
