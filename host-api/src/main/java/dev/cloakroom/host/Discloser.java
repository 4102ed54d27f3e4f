package dev.cloakroom.host;

import dev.cloakroom.host.alias.Aliases;
import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.audit.Matter;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.AliasKind;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.token.AccessToken;
import dev.cloakroom.host.token.TokenMinter;
import dev.cloakroom.host.vault.Vault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a yes to what the program gets for it: a token, coarse answers, aliases. Call it in one transaction. */
final class Discloser {

    private final TokenMinter minter;
    private final Vault vault;
    private final Aliases aliases;
    private final AuditLedger ledger;

    Discloser(TokenMinter minter, Vault vault, Aliases aliases, AuditLedger ledger) {
        this.minter = minter;
        this.vault = vault;
        this.aliases = aliases;
        this.ledger = ledger;
    }

    /** All of it, or a refusal that looks like the user's when a value that was asked about is not there. */
    Disclosure disclose(Grant grant, AccessRequest request, Matter matter) {
        var answers = answers(grant, request);
        if (answers.size() < request.answers().size()) {
            ledger.append(new AuditEvent.NotAvailable(matter, grant.id()));
            return new Disclosure.Refused(RefusalReason.NOT_AVAILABLE);
        }
        if (!answers.isEmpty()) {
            ledger.append(new AuditEvent.Derived(matter, grant.id(), names(answers)));
        }
        return new Disclosure.Granted(
            token(grant, request, matter),
            matter.subject(),
            answers,
            aliases(request, matter),
            grant
        );
    }

    private Map<Derivation, String> answers(Grant grant, AccessRequest request) {
        var answers = new EnumMap<Derivation, String>(Derivation.class);
        for (var wanted : request.answers()) {
            vault.derive(grant, wanted).ifPresent(answer -> answers.put(wanted, answer));
        }
        return answers;
    }

    private static List<String> names(Map<Derivation, String> answers) {
        return answers.keySet().stream().map(Enum::name).sorted().toList();
    }

    private Optional<AccessToken> token(Grant grant, AccessRequest request, Matter matter) {
        return grant.scope().actions().isEmpty() ? Optional.empty() : Optional.of(mint(grant, request, matter));
    }

    private AccessToken mint(Grant grant, AccessRequest request, Matter matter) {
        var minted = minter.mint(grant, request, matter.subject());
        var kept = minted.kept();
        ledger.append(
            new AuditEvent.Minted(matter, kept.id(), grant.id(), grant.receipt().orElse(null), kept.expiresAt())
        );
        return minted.token();
    }

    private Map<AliasKind, String> aliases(AccessRequest request, Matter matter) {
        var given = new EnumMap<AliasKind, String>(AliasKind.class);
        for (var kind : request.scope().aliases()) {
            given.put(kind, aliases.of(matter.program(), request.user(), kind));
        }
        return given;
    }
}
