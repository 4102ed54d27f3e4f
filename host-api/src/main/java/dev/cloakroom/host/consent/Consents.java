package dev.cloakroom.host.consent;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.scope.Wording;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the user, and keeps the receipts of the answers. */
public final class Consents {

    private static final Logger LOG = LoggerFactory.getLogger(Consents.class);
    private static final int ID_BYTES = 16;
    private static final String STANDING_ENGLISH =
        "Until you take it back; or for 7 days, or until you leave the program, if you say so. Once: ";
    private static final String STANDING_CHINESE = "直到您撤回为止；也可选择 7 天内或本次使用期间。仅一次：";
    private static final Wording ANSWER_LIFETIME = new Wording(
        STANDING_ENGLISH + "one answer",
        STANDING_CHINESE + "回答一次"
    );

    private final ConsentPrompter prompter;
    private final ConsentReceiptStore receipts;
    private final PromptGate gate;
    private final OnePrompt prompts = new OnePrompt();
    private final RecipientRegistry recipients;
    private final RandomSource random;
    private final Clock clock;

    /** @param mostPrompts of one program to one user in ten minutes */
    public Consents(
        ConsentPrompter prompter,
        ConsentReceiptStore receipts,
        DenialStore denials,
        int mostPrompts,
        RecipientRegistry recipients,
        RandomSource random,
        Clock clock
    ) {
        this.prompter = prompter;
        this.receipts = receipts;
        this.gate = new PromptGate(denials, receipts, mostPrompts, clock);
        this.recipients = recipients;
        this.random = random;
        this.clock = clock;
    }

    /** Runs {@code work}, which asks the user, when no other prompt of the user is open. */
    public <T> T inTurn(UserId user, Supplier<T> work) {
        return prompts.inTurn(user, work);
    }

    /** Why the user is not to be asked now, after a no or too many prompts; empty when they may be. */
    public Optional<RefusalReason> closed(AccessRequest request) {
        return gate.closed(request);
    }

    /** The scopes that the program is not to ask the user for now. */
    public List<Scope> denied(UserId user, ProgramId program) {
        return ScopeCatalog.all()
            .stream()
            .filter(scope -> gate.denied(user, program, scope))
            .toList();
    }

    /** Forgets the noes that a program had: the user removed it. */
    public void forget(UserId user, ProgramId program) {
        gate.forget(user, program);
    }

    /** Forgets what the user answered. */
    public void forget(UserId user) {
        gate.forget(user);
        receipts.deleteAll(user);
    }

    /** For the trusted surface: the user lets the program ask for this again, after a no. */
    public void reopen(UserId user, ProgramId program, Scope scope) {
        gate.open(user, program, scope);
    }

    /** Waits for the user; call it outside of transactions. The receipt is durable only after {@link #keep}. */
    public ConsentReceipt ask(AccessRequest request) {
        var prompt = prompt(request);
        return new ConsentReceipt(
            prompt.id(),
            request.user(),
            request.program().id(),
            request.scope(),
            request.purpose(),
            request.recipients(),
            answer(prompt),
            clock.instant()
        );
    }

    public void keep(ConsentReceipt receipt) {
        receipts.insert(receipt);
        gate.record(receipt);
    }

    /** The user's receipts, oldest first. */
    public List<ConsentReceipt> list(UserId user) {
        return receipts.list(user);
    }

    private ConsentAnswer answer(ConsentRequest prompt) {
        try {
            return prompter.prompt(prompt);
        } catch (RuntimeException e) {
            LOG.error("the consent prompter failed, so prompt `{}` counts as dismissed", prompt.id(), e);
            return ConsentAnswer.DISMISS;
        }
    }

    private ConsentRequest prompt(AccessRequest request) {
        return new ConsentRequest(
            random.text(ID_BYTES),
            request.user(),
            request.program().id(),
            request.program().verifiedName(),
            request.scope(),
            request.purpose(),
            request.recipients().stream().map(this::verifiedName).sorted().toList(),
            request.binding().shown(),
            lifetime(request)
        );
    }

    /** A recipient without a verified name cannot be shown, so the user cannot agree to it. */
    private String verifiedName(RecipientId id) {
        return recipients
            .find(id)
            .map(Recipient::verifiedName)
            .orElseThrow(() -> new IllegalStateException("recipient `" + id.value() + "` is not in the registry"));
    }

    private static Wording lifetime(AccessRequest request) {
        return request.scope().actions().isEmpty() ? ANSWER_LIFETIME : tokenLifetime(request);
    }

    private static Wording tokenLifetime(AccessRequest request) {
        var span = request.scope().maxTokenLifetime();
        return new Wording(
            STANDING_ENGLISH + "one use within " + english(span),
            STANDING_CHINESE + chinese(span) + "内使用一次"
        );
    }

    private static String english(Duration span) {
        var days = span.toDays();
        return days > 0 ? days + (days == 1 ? " day" : " days") : span.toMinutes() + " minutes";
    }

    private static String chinese(Duration span) {
        return span.toDays() > 0 ? " " + span.toDays() + " 天" : " " + span.toMinutes() + " 分钟";
    }
}
