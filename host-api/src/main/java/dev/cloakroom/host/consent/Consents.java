package dev.cloakroom.host.consent;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.Wording;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the user, and keeps the receipts of the answers. */
public final class Consents {

    private static final Logger LOG = LoggerFactory.getLogger(Consents.class);
    private static final int ID_BYTES = 16;

    private final ConsentPrompter prompter;
    private final ConsentReceiptStore receipts;
    private final RecipientRegistry recipients;
    private final RandomSource random;
    private final Clock clock;

    public Consents(
        ConsentPrompter prompter,
        ConsentReceiptStore receipts,
        RecipientRegistry recipients,
        RandomSource random,
        Clock clock
    ) {
        this.prompter = prompter;
        this.receipts = receipts;
        this.recipients = recipients;
        this.random = random;
        this.clock = clock;
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
        var minutes = request.scope().maxTokenLifetime().toMinutes();
        return new Wording(
            "Allow: until you take it back. Once: one use within " + minutes + " minutes",
            "允许：直到您撤回为止。仅一次：" + minutes + " 分钟内使用一次"
        );
    }
}
