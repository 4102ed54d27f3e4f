package dev.cloakroom.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.alias.Aliases;
import dev.cloakroom.host.audit.AuditEntry;
import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.consent.ConsentReceipt;
import dev.cloakroom.host.consent.Consents;
import dev.cloakroom.host.consent.ReceiptDocument;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.Grants;
import dev.cloakroom.host.identity.LoginCodeStore;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.PairwiseSubjects;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.ProgramRegistry;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.settings.PrivacySettings;
import dev.cloakroom.host.transaction.Transactions;
import dev.cloakroom.host.vault.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a user can know and do about their data, for the trusted surface, which must have authenticated the user: what
 * each program may do, what was disclosed when, to whom, why and under which receipt; taking it back; a copy of
 * everything; and being forgotten.
 */
public final class PrivacyDashboard {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final ProgramRegistry programs;
    private final PairwiseSubjects subjects;
    private final Grants grants;
    private final Consents consents;
    private final PrivacySettings settings;
    private final Aliases aliases;
    private final LoginCodeStore loginCodes;
    private final Vault vault;
    private final AuditLedger ledger;
    private final Transactions transactions;

    PrivacyDashboard(
        ProgramRegistry programs,
        PairwiseSubjects subjects,
        Grants grants,
        Consents consents,
        PrivacySettings settings,
        Aliases aliases,
        LoginCodeStore loginCodes,
        Vault vault,
        AuditLedger ledger,
        Transactions transactions
    ) {
        this.programs = programs;
        this.subjects = subjects;
        this.grants = grants;
        this.consents = consents;
        this.settings = settings;
        this.aliases = aliases;
        this.loginCodes = loginCodes;
        this.vault = vault;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /**
     * A program that knows the user.
     *
     * @param program empty when the host no longer has it in its registry
     * @param grants what it may still do, oldest first
     * @param denied the scopes that it is not to ask for now, after a no
     */
    public record ProgramView(
        ProgramId id,
        Optional<ProgramRegistration> program,
        PairwiseSubject subject,
        List<Grant> grants,
        List<Scope> denied
    ) {}

    /** Every program that knows the user. */
    public List<ProgramView> programs(UserId user) {
        var views = new ArrayList<ProgramView>();
        for (var id : subjects.programs(user)) {
            subjects.known(id, user).ifPresent(subject -> views.add(view(user, id, subject)));
        }
        return views;
    }

    private ProgramView view(UserId user, ProgramId id, PairwiseSubject subject) {
        var ofProgram = grants
            .list(user)
            .stream()
            .filter(grant -> grant.program().equals(id))
            .toList();
        return new ProgramView(id, programs.find(id), subject, ofProgram, consents.denied(user, id));
    }

    /**
     * What happened between the user and the program, newest first, a page at a time.
     *
     * @param before a sequence number; {@link Long#MAX_VALUE} for the newest page
     */
    public List<AuditEntry> history(UserId user, ProgramId program, long before) {
        return subjects
            .known(program, user)
            .map(subject -> ledger.entriesOf(program, subject, before))
            .orElse(List.of());
    }

    /** The user's answers, oldest first, in the shape of ISO/IEC TS 27560. */
    public List<ObjectNode> receipts(UserId user) {
        return consents
            .list(user)
            .stream()
            .flatMap(receipt -> document(user, receipt).stream())
            .toList();
    }

    private Optional<ObjectNode> document(UserId user, ConsentReceipt receipt) {
        var program = programs.find(receipt.program());
        var subject = subjects.known(receipt.program(), user);
        return program.flatMap(known -> subject.map(as -> ReceiptDocument.of(receipt, known, as)));
    }

    /** The user says that the program misuses what it may do; nobody has read a message to find that out. */
    public void report(UserId user, ProgramId program, AuditEvent.Complaint complaint) {
        transactions.inTransaction(() ->
            ledger.append(new AuditEvent.Reported(program, subjects.of(program, user), complaint))
        );
    }

    /** Everything that the host has of the user, as JSON, for the user alone: it holds their values. */
    public ObjectNode export(UserId user) {
        var export = MAPPER.createObjectNode();
        export.set("values", vault.ownerView(user).export());
        export.set("settings", MAPPER.valueToTree(SettingsExport.of(settings.of(user))));
        receipts(user).forEach(export.putArray("receipts")::add);
        programs(user).forEach(view -> export.withArray("programs").add(program(user, view)));
        return export;
    }

    private ObjectNode program(UserId user, ProgramView view) {
        var program = MAPPER.createObjectNode().put("id", view.id().value()).put("subject", view.subject().value());
        view.grants().forEach(grant ->
            program
                .withArray("grants")
                .addObject()
                .put("scope", grant.scope().name())
                .put("purpose", grant.purpose())
                .put("since", grant.at().toString())
        );
        history(user, view.id(), program.putArray("history"));
        return program;
    }

    private void history(UserId user, ProgramId program, ArrayNode into) {
        var page = history(user, program, Long.MAX_VALUE);
        while (!page.isEmpty()) {
            page.forEach(entry -> into.add(parsed(entry)));
            page = history(user, program, page.getLast().sequence());
        }
    }

    private static JsonNode parsed(AuditEntry entry) {
        try {
            return MAPPER.readTree(entry.json());
        } catch (JsonProcessingException e) {
            throw new BrokerException("entry " + entry.sequence() + " of the ledger is damaged", e);
        }
    }

    /**
     * Forgets the user: every grant is revoked, every program's id of them means nothing, and no copy of the store can
     * be opened for their values again. What stays is the ledger, whose ids of them nobody can resolve any more.
     */
    public void erase(UserId user) {
        transactions.inTransaction(() -> {
            grants.revokeAll(user);
            subjects.programs(user).forEach(program -> forget(user, program));
            consents.forget(user);
            grants.forget(user);
            aliases.forgetAll(user);
            settings.deleteAll(user);
            return true;
        });
        vault.ownerView(user).eraseAll();
    }

    private void forget(UserId user, ProgramId program) {
        ledger.append(new AuditEvent.Erased(program, subjects.of(program, user)));
        loginCodes.deleteAll(program, user);
        subjects.forget(program, user);
    }
}
