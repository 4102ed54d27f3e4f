package dev.cloakroom.host.mail;

import dev.cloakroom.host.alias.Aliases;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.AliasKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The relay addresses under one domain of the host's. */
public final class RelayAddresses {

    private final String domain;
    private final Aliases aliases;

    /** @param domain whose mail servers hand everything to the host */
    public RelayAddresses(String domain, Aliases aliases) {
        this.domain = domain.toLowerCase(Locale.ROOT);
        this.aliases = aliases;
    }

    public String domain() {
        return domain;
    }

    public String of(ProgramId program, UserId user, RelayAddress.Role role) {
        return of(aliases.of(program, user, AliasKind.MAILBOX), role);
    }

    /** Every address that user and developer both have, in small letters. */
    public Set<String> known(RelayAddress relay, Optional<String> developer) {
        var all = Arrays.stream(RelayAddress.Role.values()).map(role -> of(relay.mailbox(), role));
        return Stream.concat(all, developer.stream())
            .map(address -> address.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    }

    private String of(String mailbox, RelayAddress.Role role) {
        return mailbox + role.suffix() + "@" + domain;
    }

    /** Where reports about mails to developers go: the relay refuses it, so that no report begets another. */
    public String nobody() {
        return "nobody@" + domain;
    }

    /** What the address stands for; empty for one that the host never made, or has forgotten. */
    public Optional<RelayAddress> find(String address) {
        var at = address.lastIndexOf('@');
        var ours = at > 0 && address.substring(at + 1).equalsIgnoreCase(domain);
        return ours ? named(address.substring(0, at).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private Optional<RelayAddress> named(String name) {
        var role = role(name);
        var mailbox = name.substring(0, name.length() - role.suffix().length());
        return aliases.owner(AliasKind.MAILBOX, mailbox).map(owner -> new RelayAddress(owner, mailbox, role));
    }

    private static RelayAddress.Role role(String name) {
        return Arrays.stream(RelayAddress.Role.values())
            .filter(role -> name.endsWith(role.suffix()))
            .max(Comparator.comparingInt(role -> role.suffix().length()))
            .orElseThrow();
    }
}
