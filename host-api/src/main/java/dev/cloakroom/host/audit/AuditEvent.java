package dev.cloakroom.host.audit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened. No event has a place for a personal value or a token; tokens are named by their public id.
 * The name of the record is its kind in the ledger, in kebab case.
 */
public sealed interface AuditEvent {
    /** The policy decided on a request or, as the second enforcement point, on a redemption. */
    record Decided(
        @JsonUnwrapped Matter matter,
        Stage stage,
        Verdict verdict,
        List<String> rules,
        @Nullable RefusalReason reason
    ) implements AuditEvent {}

    /** The user allowed it, for this once or until revoked. */
    record Consented(@JsonUnwrapped Matter matter, String receipt, boolean standing) implements AuditEvent {}

    /** The user said no, or went away. */
    record ConsentRefused(@JsonUnwrapped Matter matter, String receipt, boolean dismissed) implements AuditEvent {}

    /** A token was made under a grant; {@code receipt} is absent when the policy permitted without asking. */
    record Minted(
        @JsonUnwrapped Matter matter,
        String token,
        String grant,
        @Nullable String receipt,
        Instant expiresAt
    ) implements AuditEvent {}

    /** Coarse answers were given, under a grant. */
    record Derived(@JsonUnwrapped Matter matter, String grant, List<String> derivations) implements AuditEvent {}

    /** A use of the token is spent and the action may start: written before the value is opened. */
    record RedemptionReserved(
        @JsonUnwrapped Matter matter,
        String redemption,
        String token,
        String grant,
        String action,
        List<String> rules
    ) implements AuditEvent {}

    /** How the action ended; a reserved redemption without this one ended unknown. */
    record RedemptionCompleted(
        ProgramId program,
        PairwiseSubject subject,
        String redemption,
        String result
    ) implements AuditEvent {}

    /** The user took a grant back; every token minted from it is dead. */
    record Revoked(ProgramId program, PairwiseSubject subject, String scope, String grant) implements AuditEvent {}

    /** The program's back end learned the subject of a user who logged in. */
    record LoginCodeExchanged(ProgramId program, PairwiseSubject subject) implements AuditEvent {}

    /** The user removed the program, which will know them by another subject if they come back. */
    record Uninstalled(ProgramId program, PairwiseSubject subject) implements AuditEvent {}

    /** The program gave a token back, which is dead now; the user's grant stands. */
    record TokenRevoked(ProgramId program, PairwiseSubject subject, String token) implements AuditEvent {}

    /** Money goes back to the user: written before it does. */
    record RefundReserved(
        ProgramId program,
        PairwiseSubject subject,
        String order,
        String refund
    ) implements AuditEvent {}

    /** How the refund ended; a reserved one without this ended unknown. */
    record RefundCompleted(
        ProgramId program,
        PairwiseSubject subject,
        String refund,
        String result
    ) implements AuditEvent {}

    /** Something that came for a relay address went on to the program's developer: written before it does. */
    record MailRelayed(ProgramId program, PairwiseSubject subject, What what) implements AuditEvent {
        /** What it was. */
        public enum What {
            /** The user's answer. */
            ANSWER,
            /** A mail server could not deliver. */
            REPORT,
        }
    }

    /**
     * The program was given what the user picked for it: pictures, a text. Written before the program sees it.
     *
     * @param items how many
     */
    record Picked(@JsonUnwrapped Matter matter, String grant, int items) implements AuditEvent {}

    /** There was a grant, but not the value that was asked about; the program saw a refusal like any other. */
    record NotAvailable(@JsonUnwrapped Matter matter, String grant) implements AuditEvent {}

    /** The user was not asked, for the sake of their peace. */
    record NotAsked(@JsonUnwrapped Matter matter, RefusalReason reason) implements AuditEvent {}

    /**
     * The operator went on from a store that was set back, or whose witness was lost.
     *
     * @param size the number of entries that the store had then
     * @param formerSize the number that the witness knew of: those after {@code size} are lost
     * @param formerRoot the root over them, to compare with a head or a backup that turns up
     */
    record StoreAccepted(long size, long formerSize, String formerRoot) implements AuditEvent {}

    /** The user complained about the program. */
    record Reported(ProgramId program, PairwiseSubject subject, Complaint complaint) implements AuditEvent {}

    /** The user had themselves forgotten: nobody can tell any more whom the subject stood for. */
    record Erased(ProgramId program, PairwiseSubject subject) implements AuditEvent {}

    /** What users complain about. */
    enum Complaint {
        SPAM,
        FRAUD,
        HARASSMENT,
        MISUSE_OF_DATA,
    }

    /** Where a decision was taken. */
    enum Stage {
        REQUEST,
        REDEMPTION,
    }

    /** What was decided. */
    enum Verdict {
        PERMIT,
        ASK,
        DENY,
    }
}
