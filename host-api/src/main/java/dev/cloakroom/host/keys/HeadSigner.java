package dev.cloakroom.host.keys;

import dev.cloakroom.host.merkle.SignedTreeHead;
import dev.cloakroom.host.merkle.TreeHead;
import java.util.List;
import java.util.Optional;

/** Signs tree heads, and nothing else. A key management service can stand behind it. */
public interface HeadSigner {
    /** Signs with the present key. */
    SignedTreeHead sign(TreeHead head);

    /** The keys that signed or sign, the present one first; a key that was replaced stays, for the heads it signed. */
    List<HeadKey> keys();

    /** Whether one of the keys signed the head. */
    default boolean signed(SignedTreeHead head) {
        return find(head.keyId())
            .filter(key -> key.signed(head))
            .isPresent();
    }

    /** The key with that id. */
    default Optional<HeadKey> find(String id) {
        return keys()
            .stream()
            .filter(key -> key.id().equals(id))
            .findFirst();
    }
}
