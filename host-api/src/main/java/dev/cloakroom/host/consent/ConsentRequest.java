package dev.cloakroom.host.consent;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.Wording;
import java.util.List;
import java.util.Optional;

/**
 * What the trusted surface shows. Nothing in it depends on whether the host has the datum.
 *
 * @param id random; names this prompt and then its receipt
 * @param programName the name that the host verified
 * @param purpose the only text of the program's developer: bounded, everything invisible made visible; to be shown as
 *     theirs and as plain text
 * @param recipients the verified names of who would receive the value
 * @param matter what the request is for beyond its purpose, such as the order and its total, in words of the host
 * @param lifetime how long each kind of yes lasts
 */
public record ConsentRequest(
    String id,
    UserId user,
    ProgramId program,
    String programName,
    Scope scope,
    String purpose,
    List<String> recipients,
    Optional<Wording> matter,
    Wording lifetime
) {
    public ConsentRequest {
        recipients = List.copyOf(recipients);
    }
}
