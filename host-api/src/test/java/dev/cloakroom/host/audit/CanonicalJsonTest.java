package dev.cloakroom.host.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.scope.RecipientId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pins the bytes of entries: another form of the same event would make every ledger that holds one look edited. */
class CanonicalJsonTest {

    private static final Instant AT = Instant.parse("2026-11-01T08:00:00.120Z");
    private static final ProgramId PROGRAM = new ProgramId("program");
    private static final PairwiseSubject SUBJECT = new PairwiseSubject("subject");
    private static final Matter MATTER = new Matter(
        PROGRAM,
        SUBJECT,
        "scope.x",
        "a \"b\" \\ / \u0001\u001f\n\u007f \u4f60 \ud83d\ude00",
        List.of(new RecipientId("b"), new RecipientId("a"))
    );
    private static final String RECIPIENTS = ",\"recipients\":[\"a\",\"b\"]";
    private static final String PURPOSE =
        "\"purpose\":\"a \\\"b\\\" \\\\ / \\u0001\\u001f\\n\u007f \u4f60 \ud83d\ude00\"";

    @Test
    void decided_isPinned() {
        assertPinned(
            new AuditEvent.Decided(
                MATTER,
                AuditEvent.Stage.REQUEST,
                AuditEvent.Verdict.DENY,
                List.of("r2", "r1"),
                RefusalReason.NOT_DECLARED
            ),
            "{\"at\":\"2026-11-01T08:00:00.120Z\",\"kind\":\"decided\",\"program\":\"program\"," +
                PURPOSE +
                ",\"reason\":\"NOT_DECLARED\"" +
                RECIPIENTS +
                ",\"rules\":[\"r2\",\"r1\"],\"scope\":\"scope.x\",\"sequence\":7," +
                "\"stage\":\"REQUEST\",\"subject\":\"subject\",\"verdict\":\"DENY\"}"
        );
    }

    @Test
    void minted_isPinnedAndLeavesOutWhatIsAbsent() {
        assertPinned(
            new AuditEvent.Minted(MATTER, "token", "grant", null, AT),
            "{\"at\":\"2026-11-01T08:00:00.120Z\",\"expiresAt\":\"2026-11-01T08:00:00.120Z\",\"grant\":\"grant\"," +
                "\"kind\":\"minted\",\"program\":\"program\"," +
                PURPOSE +
                RECIPIENTS +
                ",\"scope\":\"scope.x\",\"sequence\":7,\"subject\":\"subject\",\"token\":\"token\"}"
        );
    }

    @Test
    void otherKinds_arePinned() {
        assertPinned(
            new AuditEvent.RedemptionCompleted(PROGRAM, SUBJECT, "redemption", "SENT"),
            """
            {"at":"2026-11-01T08:00:00.120Z","kind":"redemption-completed","program":"program",\
            "redemption":"redemption","result":"SENT","sequence":7,"subject":"subject"}"""
        );
        assertPinned(
            new AuditEvent.Revoked(PROGRAM, SUBJECT, "scope.x", "grant"),
            """
            {"at":"2026-11-01T08:00:00.120Z","grant":"grant","kind":"revoked","program":"program","scope":"scope.x",\
            "sequence":7,"subject":"subject"}"""
        );
        assertPinned(
            new AuditEvent.StoreAccepted(3, 5, "root"),
            """
            {"at":"2026-11-01T08:00:00.120Z","formerRoot":"root","formerSize":5,"kind":"store-accepted",\
            "sequence":7,"size":3}"""
        );
    }

    @Test
    void hash_isPinned() {
        var entry = AuditEntry.of(CanonicalJson.of(7, AT, new AuditEvent.Uninstalled(PROGRAM, SUBJECT)));
        assertThat(entry.leaf().hex()).isEqualTo("c866c4b889d32595a0358b1284bbfb6e05832ff7b875b72fbd9df3cf6e0215d1");
    }

    /** A store would replace it, and the entry would look edited. */
    @Test
    void halfASurrogatePair_isReplacedBeforeItIsHashed() {
        var json = CanonicalJson.of(7, AT, new AuditEvent.Uninstalled(PROGRAM, new PairwiseSubject("a\ud83db")));
        assertThat(json).contains("\"subject\":\"a?b\"");
        assertThat(AuditEntry.of(json).subject()).contains("a?b");
    }

    private static void assertPinned(AuditEvent event, String expected) {
        var json = CanonicalJson.of(7, AT, event);
        assertThat(json).isEqualTo(expected);
        assertThat(AuditEntry.of(json)).satisfies(entry -> {
            assertThat(entry.sequence()).isEqualTo(7);
            assertThat(entry.at()).isEqualTo(AT);
            assertThat(json).contains("\"kind\":\"" + entry.kind() + "\"");
        });
    }
}
