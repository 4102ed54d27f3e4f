package dev.cloakroom.runtime;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.policy.PolicySet;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.vault.PersonalDataSource;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.net.Egress;
import dev.cloakroom.runtime.net.EgressFailed;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.sandbox.Limits;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a host app decides about its host.
 *
 * @param cache where compiled programs are kept; only the host may write there
 * @param policy the rules that decide
 * @param dataSource the host app's own store of personal values, asked before the vault
 * @param recipients who may receive values
 * @param actions what tokens can be redeemed for
 * @param egress the programs' way to the network
 * @param observer hears what third parties can see
 * @param limits what a program may use up
 * @param port of the HTTP API for back ends on the loopback interface; 0 for any free one
 * @param apis the wx APIs to answer, given the broker and the standard ones
 */
public record HostOptions(
    Path cache,
    PolicySet policy,
    PersonalDataSource dataSource,
    RecipientRegistry recipients,
    List<RedemptionAction> actions,
    Egress egress,
    Observer observer,
    Limits limits,
    Clock clock,
    RandomSource random,
    int port,
    BiFunction<HostApi, List<WxApi>, List<WxApi>> apis
) {
    /** The shipped policy, values from the vault only, no recipients, no actions, no network, nobody listening, the standard APIs. */
    public static HostOptions defaults(Path cache) {
        return new HostOptions(
            cache,
            PolicySet.shipped(),
            (_, _) -> Optional.empty(),
            RecipientRegistry.of(List.of()),
            List.of(),
            _ -> {
                throw new EgressFailed(EgressFailed.Reason.UNREACHABLE);
            },
            Observer.NONE,
            Limits.DEFAULT,
            Clock.systemUTC(),
            RandomSource.of(new SecureRandom()),
            0,
            (_, standard) -> standard
        );
    }

    public HostOptions withPolicy(PolicySet rules) {
        return new HostOptions(
            cache,
            rules,
            dataSource,
            recipients,
            actions,
            egress,
            observer,
            limits,
            clock,
            random,
            port,
            apis
        );
    }

    public HostOptions withDataSource(PersonalDataSource source) {
        return new HostOptions(
            cache,
            policy,
            source,
            recipients,
            actions,
            egress,
            observer,
            limits,
            clock,
            random,
            port,
            apis
        );
    }

    public HostOptions withRecipients(RecipientRegistry registry) {
        return new HostOptions(
            cache,
            policy,
            dataSource,
            registry,
            actions,
            egress,
            observer,
            limits,
            clock,
            random,
            port,
            apis
        );
    }

    public HostOptions withActions(List<RedemptionAction> offered) {
        return new HostOptions(
            cache,
            policy,
            dataSource,
            recipients,
            offered,
            egress,
            observer,
            limits,
            clock,
            random,
            port,
            apis
        );
    }

    public HostOptions withEgress(Egress network) {
        return new HostOptions(
            cache,
            policy,
            dataSource,
            recipients,
            actions,
            network,
            observer,
            limits,
            clock,
            random,
            port,
            apis
        );
    }

    public HostOptions withObserver(Observer listener) {
        return new HostOptions(
            cache,
            policy,
            dataSource,
            recipients,
            actions,
            egress,
            listener,
            limits,
            clock,
            random,
            port,
            apis
        );
    }

    public HostOptions withLimits(Limits allowed) {
        return new HostOptions(
            cache,
            policy,
            dataSource,
            recipients,
            actions,
            egress,
            observer,
            allowed,
            clock,
            random,
            port,
            apis
        );
    }

    public HostOptions withClock(Clock source) {
        return new HostOptions(
            cache,
            policy,
            dataSource,
            recipients,
            actions,
            egress,
            observer,
            limits,
            source,
            random,
            port,
            apis
        );
    }

    public HostOptions withRandom(RandomSource source) {
        return new HostOptions(
            cache,
            policy,
            dataSource,
            recipients,
            actions,
            egress,
            observer,
            limits,
            clock,
            source,
            port,
            apis
        );
    }

    public HostOptions withPort(int number) {
        return new HostOptions(
            cache,
            policy,
            dataSource,
            recipients,
            actions,
            egress,
            observer,
            limits,
            clock,
            random,
            number,
            apis
        );
    }

    public HostOptions withApis(BiFunction<HostApi, List<WxApi>, List<WxApi>> choice) {
        return new HostOptions(
            cache,
            policy,
            dataSource,
            recipients,
            actions,
            egress,
            observer,
            limits,
            clock,
            random,
            port,
            choice
        );
    }
}
