package dev.cloakroom.host;

import dev.cloakroom.host.alias.Aliases;
import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.consent.ConsentPrompter;
import dev.cloakroom.host.consent.Consents;
import dev.cloakroom.host.delivery.Deliveries;
import dev.cloakroom.host.grant.Grants;
import dev.cloakroom.host.identity.LoginCodes;
import dev.cloakroom.host.identity.PairwiseSubjects;
import dev.cloakroom.host.identity.ProgramRegistry;
import dev.cloakroom.host.identity.ProgramTokens;
import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.payment.Orders;
import dev.cloakroom.host.payment.PaymentGateway;
import dev.cloakroom.host.payment.Refunds;
import dev.cloakroom.host.policy.PolicyDecisionPoint;
import dev.cloakroom.host.policy.PolicySet;
import dev.cloakroom.host.proof.DpopVerifier;
import dev.cloakroom.host.redeem.Redeemer;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.redeem.StandingRedemptions;
import dev.cloakroom.host.redeem.action.Charge;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.settings.PrivacySettings;
import dev.cloakroom.host.storage.Storage;
import dev.cloakroom.host.token.TokenDesk;
import dev.cloakroom.host.token.TokenMinter;
import dev.cloakroom.host.token.TokenVerifier;
import dev.cloakroom.host.vault.PersonalDataSource;
import dev.cloakroom.host.vault.SocialGraph;
import dev.cloakroom.host.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The broker and everything around it, wired over one storage. The storage stays its opener's to close. */
public final class HostApi {

    private final Broker broker;
    private final Redeemer redeemer;
    private final ProgramRegistry programs;
    private final ProgramTokens programTokens;
    private final DpopVerifier dpop;
    private final LoginCodes logins;
    private final TokenDesk tokens;
    private final Consents consents;
    private final Grants grants;
    private final Vault vault;
    private final AuditLedger ledger;
    private final RecipientRegistry recipients;
    private final PairwiseSubjects subjects;
    private final Aliases aliases;
    private final PrivacySettings settings;
    private final PrivacyDashboard dashboard;

    private final StandingRedemptions standing;
    private final Deliveries deliveries;
    private final Orders orders;
    private final Refunds refunds;
    private final Payments payments;
    private final Picks picks;

    private HostApi(Builder parts) {
        var storage = parts.storage;
        var keys = parts.keys;
        var random = parts.random;
        var clock = Clock.tick(parts.clock, Duration.ofMillis(1));
        settings = new PrivacySettings(storage.settings());
        aliases = new Aliases(storage.aliases(), random);
        var policy = new PolicyDecisionPoint(parts.policy, parts.recipients, settings);
        subjects = new PairwiseSubjects(storage.subjects(), random);
        var verifier = new TokenVerifier(storage.tokens(), keys, clock);
        var minter = new TokenMinter(storage.tokens(), keys, random, clock);
        recipients = parts.recipients;
        ledger = AuditLedger.open(
            storage.audit(),
            storage.transactions(),
            keys.headSigner(),
            keys.headWitness(),
            clock
        );
        var transactions = ledger.transactions();
        programs = new ProgramRegistry(
            storage.programs(),
            storage.programTokens(),
            storage.usedProofs(),
            keys,
            random,
            clock,
            transactions
        );
        programTokens = new ProgramTokens(
            programs,
            storage.programTokens(),
            storage.usedProofs(),
            keys,
            random,
            clock,
            transactions
        );
        dpop = new DpopVerifier(clock);
        vault = new Vault(storage.vault(), keys, parts.dataSource, parts.socialGraph, subjects, settings, clock);
        grants = new Grants(storage.grants(), settings, subjects, ledger, transactions, random, clock);
        consents = new Consents(
            parts.prompter,
            storage.receipts(),
            storage.denials(),
            parts.mostPrompts,
            recipients,
            random,
            clock
        );
        logins = new LoginCodes(
            storage.loginCodes(),
            subjects,
            (program, subject) -> ledger.append(new AuditEvent.LoginCodeExchanged(program, subject)),
            keys,
            random,
            clock,
            transactions
        );
        tokens = new TokenDesk(verifier, ledger, transactions);
        broker = new Broker(
            policy,
            settings,
            consents,
            grants,
            new Discloser(minter, vault, aliases, ledger),
            subjects,
            aliases,
            storage.loginCodes(),
            ledger,
            transactions
        );
        dashboard = new PrivacyDashboard(
            programs,
            subjects,
            grants,
            consents,
            settings,
            aliases,
            storage.loginCodes(),
            vault,
            ledger,
            transactions
        );
        deliveries = new Deliveries(storage.deliveries(), clock);
        orders = new Orders(storage.orders(), parts.paymentGateways, programs, transactions, random, clock);
        refunds = new Refunds(
            storage.orders(),
            parts.paymentGateways,
            ledger,
            transactions,
            random,
            clock,
            RedemptionAction.DEADLINE
        );
        redeemer = new Redeemer(
            actions(parts),
            verifier,
            policy,
            vault,
            storage.redemptions(),
            ledger,
            transactions,
            keys,
            random,
            clock
        );
        standing = new StandingRedemptions(redeemer, programs, subjects, grants, minter, ledger, transactions);
        payments = new Payments(broker, redeemer, programs, subjects, orders);
        picks = new Picks(broker, grants, settings, subjects, ledger, transactions);
    }

    private List<RedemptionAction> actions(Builder parts) {
        var offered = parts.actions.apply(new HostParts(programs, aliases, deliveries)).stream();
        return Stream.concat(offered, Stream.of(new Charge(orders))).toList();
    }

    /** The three parts that have no default. */
    public static Builder over(Storage storage, KeyRing keys, ConsentPrompter prompter) {
        return new Builder(storage, keys, prompter);
    }

    public Broker broker() {
        return broker;
    }

    /** What users pick for programs: pictures, a text. */
    public Picks picks() {
        return picks;
    }

    public Redeemer redeemer() {
        return redeemer;
    }

    public ProgramRegistry programs() {
        return programs;
    }

    /** The access tokens of programs' back ends. */
    public ProgramTokens programTokens() {
        return programTokens;
    }

    /** Checks DPoP proofs by the host's clock. */
    public DpopVerifier dpop() {
        return dpop;
    }

    public LoginCodes logins() {
        return logins;
    }

    /** What programs may do with their own tokens besides redeeming them. */
    public TokenDesk tokens() {
        return tokens;
    }

    public Consents consents() {
        return consents;
    }

    public Grants grants() {
        return grants;
    }

    public Vault vault() {
        return vault;
    }

    public AuditLedger ledger() {
        return ledger;
    }

    /** What programs know users by; for the host's own records, such as a reading of the ledger. */
    public PairwiseSubjects subjects() {
        return subjects;
    }

    public RecipientRegistry recipients() {
        return recipients;
    }

    /** The user's own switches, for the trusted surface. */
    public PrivacySettings settings() {
        return settings;
    }

    /** What users can know and do about their data, for the trusted surface. */
    public PrivacyDashboard dashboard() {
        return dashboard;
    }

    /** Where parcels are, for couriers' adapters and back ends. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** What back ends want to be paid for. */
    public Orders orders() {
        return orders;
    }

    public Refunds refunds() {
        return refunds;
    }

    /** For {@code wx.requestPayment}. */
    public Payments payments() {
        return payments;
    }

    /** What programs may send while a grant stands, for the host's relays. */
    public StandingRedemptions standingRedemptions() {
        return standing;
    }

    /** Whom aliases stand for, for the host's relays and its painter. */
    public Aliases aliases() {
        return aliases;
    }

    /** By default: the shipped policy, no recipients, no actions, the stored vault, the system's clock and randomness. */
    public static final class Builder {

        private final Storage storage;
        private final KeyRing keys;
        private final ConsentPrompter prompter;
        private PolicySet policy = PolicySet.shipped();
        private RecipientRegistry recipients = RecipientRegistry.of(List.of());
        private Function<HostParts, List<RedemptionAction>> actions = _ -> List.of();
        private Map<RecipientId, PaymentGateway> paymentGateways = Map.of();
        private PersonalDataSource dataSource = (_, _) -> Optional.empty();
        private int mostPrompts = 60;
        private SocialGraph socialGraph = SocialGraph.none();
        private Clock clock = Clock.systemUTC();
        private RandomSource random = RandomSource.of(new SecureRandom());

        private Builder(Storage storage, KeyRing keys, ConsentPrompter prompter) {
            this.storage = storage;
            this.keys = keys;
            this.prompter = prompter;
        }

        public Builder policy(PolicySet rules) {
            policy = rules;
            return this;
        }

        public Builder recipients(RecipientRegistry registry) {
            recipients = registry;
            return this;
        }

        public Builder actions(List<RedemptionAction> offered) {
            var all = List.copyOf(offered);
            return actions(_ -> all);
        }

        /** The actions that need parts of the host. */
        public Builder actions(Function<HostParts, List<RedemptionAction>> offered) {
            actions = offered;
            return this;
        }

        /** Who charges, by the recipient that each one is. */
        public Builder paymentGateways(Map<RecipientId, PaymentGateway> gateways) {
            paymentGateways = Map.copyOf(gateways);
            return this;
        }

        /** Asked before the stored vault. */
        public Builder dataSource(PersonalDataSource source) {
            dataSource = source;
            return this;
        }

        /** How often one program may prompt one user in ten minutes; 60 until this is called. */
        public Builder mostPrompts(int inTenMinutes) {
            mostPrompts = inTenMinutes;
            return this;
        }

        public Builder socialGraph(SocialGraph graph) {
            socialGraph = graph;
            return this;
        }

        public Builder clock(Clock source) {
            clock = source;
            return this;
        }

        public Builder random(RandomSource source) {
            random = source;
            return this;
        }

        public HostApi build() {
            return new HostApi(this);
        }
    }
}
