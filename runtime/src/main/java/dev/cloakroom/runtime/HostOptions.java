package dev.cloakroom.runtime;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.HostParts;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.payment.PaymentGateway;
import dev.cloakroom.host.policy.PolicySet;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.vault.PersonalDataSource;
import dev.cloakroom.host.vault.SocialGraph;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.net.AllowedOrigins;
import dev.cloakroom.runtime.net.Egress;
import dev.cloakroom.runtime.net.Network;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.server.ApiLimits;
import dev.cloakroom.runtime.server.Listening;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a host app decides about its host. Immutable: each {@code with…} gives a copy. By default there are
 * the shipped policy, values from the vault only, no recipients, no actions, no network, nobody listening
 * and the standard APIs.
 */
public final class HostOptions {

    private final Path cache;
    private PolicySet policy = PolicySet.shipped();
    private PersonalDataSource dataSource = (_, _) -> Optional.empty();
    private SocialGraph socialGraph = SocialGraph.none();
    private RecipientRegistry recipients = RecipientRegistry.of(List.of());
    private Function<HostParts, List<RedemptionAction>> actions = _ -> List.of();
    private Map<RecipientId, PaymentGateway> paymentGateways = Map.of();
    private Egress egress = Network.NONE.egress();
    private AllowedOrigins origins = Network.NONE.origins();
    private Observer observer = Observer.NONE;
    private Optional<SharedDatabase> database = Optional.empty();
    private Limits limits = Limits.DEFAULT;
    private boolean confinementRequired = false;
    private Clock clock = Clock.systemUTC();
    private RandomSource random = RandomSource.of(new SecureRandom());
    private Listening listening = Listening.onLoopback(0);
    private ApiLimits apiLimits = ApiLimits.DEFAULT;
    private int spareWorkers = 0;
    private Path workerJdk = Path.of(System.getProperty("java.home"));
    private BiFunction<HostApi, List<WxApi>, List<WxApi>> apis = (_, standard) -> standard;

    private HostOptions(Path cache) {
        this.cache = cache;
    }

    /** @param cache where compiled programs are kept; only the host may write there */
    public static HostOptions defaults(Path cache) {
        return new HostOptions(cache);
    }

    /** The rules that decide. */
    public HostOptions withPolicy(PolicySet policy) {
        return with(copy -> copy.policy = policy);
    }

    /** The host app's own store of personal values, asked before the vault. */
    public HostOptions withDataSource(PersonalDataSource dataSource) {
        return with(copy -> copy.dataSource = dataSource);
    }

    /** Who is friends with whom. */
    public HostOptions withSocialGraph(SocialGraph socialGraph) {
        return with(copy -> copy.socialGraph = socialGraph);
    }

    /** Who may receive values. */
    public HostOptions withRecipients(RecipientRegistry recipients) {
        return with(copy -> copy.recipients = recipients);
    }

    /** What tokens can be redeemed for. */
    public HostOptions withActions(List<RedemptionAction> actions) {
        var all = List.copyOf(actions);
        return withActions(_ -> all);
    }

    /** What tokens can be redeemed for, by actions that need parts of the host. */
    public HostOptions withActions(Function<HostParts, List<RedemptionAction>> actions) {
        return with(copy -> copy.actions = actions);
    }

    /** Who charges, by the recipient that each one is. */
    public HostOptions withPaymentGateways(Map<RecipientId, PaymentGateway> gateways) {
        return with(copy -> copy.paymentGateways = Map.copyOf(gateways));
    }

    /** The programs' way to the network; {@link #withOrigins} says where to. */
    public HostOptions withEgress(Egress egress) {
        return with(copy -> copy.egress = egress);
    }

    /** Which of the origins that programs declare they may reach; none by default. */
    public HostOptions withOrigins(AllowedOrigins origins) {
        return with(copy -> copy.origins = origins);
    }

    /** Where users, grants, tokens and the ledger are kept in place of a file in the data directory. */
    public HostOptions withDatabase(SharedDatabase database) {
        return with(copy -> copy.database = Optional.of(database));
    }

    /** Hears what third parties can see. */
    public HostOptions withObserver(Observer observer) {
        return with(copy -> copy.observer = observer);
    }

    /** What a program may use up. */
    public HostOptions withLimits(Limits limits) {
        return with(copy -> copy.limits = limits);
    }

    /** Whether to run nothing on a machine that cannot confine its workers in full; else that is a warning. */
    public HostOptions withConfinementRequired(boolean required) {
        return with(copy -> copy.confinementRequired = required);
    }

    /** What the host goes by. */
    public HostOptions withClock(Clock clock) {
        return with(copy -> copy.clock = clock);
    }

    /** Where tokens, codes and ids come from. */
    public HostOptions withRandom(RandomSource random) {
        return with(copy -> copy.random = random);
    }

    /**
     * How many processes wait for programs, so that a program starts at once; each takes about 150 MB. A host that
     * keeps some also makes the cache with which all of them start faster, and learns what pages show before their
     * programs run.
     */
    public HostOptions withSpareWorkers(int spareWorkers) {
        return with(copy -> copy.spareWorkers = spareWorkers);
    }

    /**
     * The home of the JDK, 25 or newer, that workers run on; the host's own by default.
     *
     * @param home the folder in which {@code bin/java} is
     */
    public HostOptions withWorkerJdk(Path home) {
        return with(copy -> copy.workerJdk = home);
    }

    /** Of the HTTP API for back ends on the loopback interface; 0 for any free one. */
    public HostOptions withPort(int port) {
        return withListening(Listening.onLoopback(port));
    }

    /** Where the HTTP API for back ends listens: on another address than loopback, with TLS. */
    public HostOptions withListening(Listening listening) {
        return with(copy -> copy.listening = listening);
    }

    /** What callers of the HTTP API may use up. */
    public HostOptions withApiLimits(ApiLimits limits) {
        return with(copy -> copy.apiLimits = limits);
    }

    /** The wx APIs to answer, given the broker and the standard ones. */
    public HostOptions withApis(BiFunction<HostApi, List<WxApi>, List<WxApi>> apis) {
        return with(copy -> copy.apis = apis);
    }

    public Path cache() {
        return cache;
    }

    public PolicySet policy() {
        return policy;
    }

    public PersonalDataSource dataSource() {
        return dataSource;
    }

    public SocialGraph socialGraph() {
        return socialGraph;
    }

    public RecipientRegistry recipients() {
        return recipients;
    }

    public Function<HostParts, List<RedemptionAction>> actions() {
        return actions;
    }

    public Map<RecipientId, PaymentGateway> paymentGateways() {
        return paymentGateways;
    }

    public Egress egress() {
        return egress;
    }

    public AllowedOrigins origins() {
        return origins;
    }

    public Optional<SharedDatabase> database() {
        return database;
    }

    public Observer observer() {
        return observer;
    }

    public Limits limits() {
        return limits;
    }

    public boolean confinementRequired() {
        return confinementRequired;
    }

    public Clock clock() {
        return clock;
    }

    public RandomSource random() {
        return random;
    }

    /** Where the JVM's cache of the workers is kept. */
    public Path workerCache() {
        return cache.resolve("workers");
    }

    /** Where it is kept what pages show before their programs run. */
    public Path initialRenders() {
        return cache.resolve("pages");
    }

    public int spareWorkers() {
        return spareWorkers;
    }

    public Path workerJdk() {
        return workerJdk;
    }

    public Listening listening() {
        return listening;
    }

    public ApiLimits apiLimits() {
        return apiLimits;
    }

    public BiFunction<HostApi, List<WxApi>, List<WxApi>> apis() {
        return apis;
    }

    private HostOptions with(Consumer<HostOptions> change) {
        var copy = new HostOptions(cache);
        copy.policy = policy;
        copy.dataSource = dataSource;
        copy.socialGraph = socialGraph;
        copy.recipients = recipients;
        copy.actions = actions;
        copy.paymentGateways = paymentGateways;
        copy.egress = egress;
        copy.origins = origins;
        copy.observer = observer;
        copy.database = database;
        copy.limits = limits;
        copy.confinementRequired = confinementRequired;
        copy.clock = clock;
        copy.random = random;
        copy.listening = listening;
        copy.apiLimits = apiLimits;
        copy.spareWorkers = spareWorkers;
        copy.workerJdk = workerJdk;
        copy.apis = apis;
        change.accept(copy);
        return copy;
    }
}
