package dev.cloakroom.host.keys;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.signature.Ed25519Parameters;
import com.google.crypto.tink.signature.Ed25519PrivateKey;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.merkle.SignedTreeHead;
import dev.cloakroom.host.merkle.TreeHead;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A Tink keyset of Ed25519 keys in {@code keys/ledger.json}: its primary signs, the others are former ones. */
final class FileHeadSigner implements HeadSigner {

    private static final String FILE = "ledger.json";

    private final KeyFiles files;
    private volatile Opened opened;

    private record Opened(PublicKeySign signature, List<HeadKey> keys) {}

    private FileHeadSigner(KeyFiles files, Opened opened) {
        this.files = files;
        this.opened = opened;
    }

    static FileHeadSigner open(KeyFiles files) throws GeneralSecurityException {
        return new FileHeadSigner(files, read(files));
    }

    private static Opened read(KeyFiles files) throws GeneralSecurityException {
        var keyset = files.openOrCreate(FILE, Ed25519Parameters.create());
        var signature = keyset.getPrimitive(TinkConfig2026.get(), PublicKeySign.class);
        return new Opened(signature, publicKeys(keyset));
    }

    private static List<HeadKey> publicKeys(KeysetHandle keyset) {
        var keys = new ArrayList<HeadKey>();
        keys.add(publicKey(keyset.getPrimary().getKey()));
        for (int i = 0; i < keyset.size(); i++) {
            keys.add(publicKey(keyset.getAt(i).getKey()));
        }
        return keys.stream().distinct().toList();
    }

    @AccessesPartialKey
    private static HeadKey publicKey(Key key) {
        if (key instanceof Ed25519PrivateKey pair) {
            return new HeadKey(HexFormat.of().formatHex(pair.getPublicKey().getPublicKeyBytes().toByteArray()));
        }
        throw new BrokerException("a key in `" + FILE + "` is not of Ed25519");
    }

    @Override
    public SignedTreeHead sign(TreeHead head) {
        try {
            var present = opened;
            var id = present.keys().getFirst().id();
            var signature = present.signature().sign(head.signedBytes(id));
            return new SignedTreeHead(head, id, Base64.getEncoder().encodeToString(signature));
        } catch (GeneralSecurityException e) {
            throw new BrokerException("cannot sign a tree head", e);
        }
    }

    @Override
    public List<HeadKey> keys() {
        return opened.keys();
    }

    /** Looks into the file when the key is not known: another process may have replaced the present one meanwhile. */
    @Override
    public Optional<HeadKey> find(String id) {
        return HeadSigner.super.find(id).or(() -> {
            reopen();
            return HeadSigner.super.find(id);
        });
    }

    private void reopen() {
        try {
            opened = read(files);
        } catch (GeneralSecurityException e) {
            throw new BrokerException("cannot use the keys in `" + FILE + "`", e);
        }
    }
}
