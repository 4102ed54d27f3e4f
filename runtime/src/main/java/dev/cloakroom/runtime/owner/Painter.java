package dev.cloakroom.runtime.owner;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.alias.AliasOwner;
import dev.cloakroom.host.alias.Aliases;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.AliasKind;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.PersonalValue;
import java.util.Map;
import java.util.Optional;

/** Says what a placeholder looks like on the screen of the user that it stands for, and on no other. */
public final class Painter {

    private static final Map<AliasKind, Field> PAINTED = Map.of(
        AliasKind.NICKNAME,
        Field.NICKNAME,
        AliasKind.AVATAR,
        Field.AVATAR
    );

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
}
