package dev.cloakroom.host.audit;

import dev.cloakroom.host.error.BrokerException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The hashes that hold entries to their content and their place. */
final class LedgerHash {

    /** What the first entry is chained to. */
    static final String START = "00".repeat(32);

    private static final byte LEAF = 0x00;
    private static final byte CHAIN = 0x02;
    private static final HexFormat HEX = HexFormat.of();

    private LedgerHash() {}

    static AuditEntry seal(long sequence, String json, String before) {
        var leaf = sha256(LEAF, json.getBytes(StandardCharsets.UTF_8));
        var chain = sha256(CHAIN, HEX.parseHex(before), leaf);
        return new AuditEntry(sequence, json, HEX.formatHex(leaf), HEX.formatHex(chain));
    }

    static boolean isChain(List<AuditEntry> entries, AuditStore.Head head) {
        var before = START;
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (!entry.equals(seal(i + 1L, entry.json(), before))) {
                return false;
            }
            before = entry.chainHash();
        }
        return head.equals(new AuditStore.Head(entries.size(), before));
    }

    private static byte[] sha256(byte prefix, byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(prefix);
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new BrokerException("this JVM has no SHA-256", e);
        }
    }
}
