package dev.cloakroom.runtime.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.audit.ConsistencyProof;
import dev.cloakroom.host.audit.InclusionProof;
import dev.cloakroom.host.audit.ProofJson;
import dev.cloakroom.host.keys.HeadKey;
import dev.cloakroom.host.merkle.HeadJson;
import dev.cloakroom.host.merkle.SignedTreeHead;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.FileTrouble;
import dev.cloakroom.runtime.input.Printable;
import dev.cloakroom.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proof, held against heads and keys from files.
 *
 * @param sentence what it shows, or why it does not
 */
record ProofCheck(boolean holds, String sentence) {
    static ProofCheck read(Path proofFile, Path headFile, @Nullable Path formerHeadFile, Path keyFile) {
        List<HeadKey> keys = keys(keyFile);
        SignedTreeHead head = head(headFile);
        ObjectNode document = Json.parseObject(text(proofFile)).orElseThrow(() -> notA("proof", proofFile));
        if (formerHeadFile == null) {
            InclusionProof proof = ProofJson.inclusion(document).orElseThrow(() ->
                notA("proof of an entry", proofFile)
            );
            return isSigned(head, keys) ? ofEntry(proof, head) : unsigned(head);
        }
        SignedTreeHead former = head(formerHeadFile);
        ConsistencyProof proof = ProofJson.consistency(document).orElseThrow(() ->
            notA("proof of growth: leave out `--former-head` for one of an entry", proofFile)
        );
        if (!isSigned(head, keys) || !isSigned(former, keys)) {
            return unsigned(isSigned(head, keys) ? former : head);
        }
        return ofGrowth(proof, former, head);
    }

    private static ProofCheck ofEntry(InclusionProof proof, SignedTreeHead head) {
        return proof.holds(head.head())
            ? new ProofCheck(
                  true,
                  "holds: entry %d of %d is %s".formatted(proof.sequence(), head.size(), Printable.of(proof.entry()))
              )
            : new ProofCheck(false, "DOES NOT HOLD: the head does not cover this entry in this place");
    }

    private static ProofCheck ofGrowth(ConsistencyProof proof, SignedTreeHead former, SignedTreeHead head) {
        return proof.holds(former.head(), head.head())
            ? new ProofCheck(true, "holds: the ledger only grew from %d to %d".formatted(former.size(), head.size()))
            : new ProofCheck(
                  false,
                  "DOES NOT HOLD: the ledger of the head does not begin with that of the former head"
              );
    }

    private static ProofCheck unsigned(SignedTreeHead head) {
        return new ProofCheck(false, "DOES NOT HOLD: the key did not sign the head of size " + head.size());
    }

    private static boolean isSigned(SignedTreeHead head, List<HeadKey> keys) {
        return keys.stream().anyMatch(key -> key.signed(head));
    }

    private static SignedTreeHead head(Path file) {
        return HeadJson.parse(text(file)).orElseThrow(() -> notA("signed head", file));
    }

    private static List<HeadKey> keys(Path file) {
        List<HeadKey> keys = HeadKey.parse(text(file));
        if (keys.isEmpty()) {
            throw notA("Ed25519 key in PEM", file);
        }
        return keys;
    }

    private static BadInput notA(String what, Path file) {
        return new BadInput(file.toString(), "is not a " + what);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadInput(file.toString(), FileTrouble.why(e));
        }
    }
}
