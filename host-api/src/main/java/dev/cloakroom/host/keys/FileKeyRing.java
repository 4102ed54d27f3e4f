package dev.cloakroom.host.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import dev.cloakroom.host.error.BrokerException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * Tink keysets in files of the data directory: {@code keys/digest.json}, {@code keys/wrapping.json} and
 * {@code keys/ledger.json}; one file in {@code keys/erasable} for each data key that is wrapped; and
 * {@code keys/ledger-head}, the newest head of the ledger.
 */
public final class FileKeyRing implements KeyRing {

    private static final int DIGEST_BYTES = 32;

    private final PrfSet digests;
    private final ErasableKeys erasable;
    private final HeadSigner headSigner;
    private final HeadWitness headWitness;

    private FileKeyRing(PrfSet digests, ErasableKeys erasable, HeadSigner headSigner, HeadWitness headWitness) {
        this.digests = digests;
        this.erasable = erasable;
        this.headSigner = headSigner;
        this.headWitness = headWitness;
    }

    /**
     * Opens the keys of a data directory, and makes them the first time.
     *
     * @throws BrokerException when a key file cannot be read, or others than its owner may read it
     */
    public static FileKeyRing open(Path dataDirectory) {
        try {
            var directory = dataDirectory.resolve("keys");
            var files = new KeyFiles(directory);
            var digest = files.openOrCreate("digest.json", PredefinedPrfParameters.HMAC_SHA256_PRF);
            var wrapping = files.openOrCreate("wrapping.json", PredefinedAeadParameters.AES256_GCM);
            return new FileKeyRing(
                primitive(digest, PrfSet.class),
                new ErasableKeys(directory.resolve("erasable"), primitive(wrapping, Aead.class)),
                FileHeadSigner.open(files),
                new FileHeadWitness(directory.resolve("ledger-head"))
            );
        } catch (GeneralSecurityException e) {
            throw new BrokerException("cannot use the keys in `" + dataDirectory + "`", e);
        }
    }

    private static <P> P primitive(KeysetHandle keyset, Class<P> type) throws GeneralSecurityException {
        return keyset.getPrimitive(TinkConfig2026.get(), type);
    }

    @Override
    public String digest(SecretKind kind, String secret) {
        try {
            var input = (kind.name() + '\0' + secret).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digests.computePrimary(input, DIGEST_BYTES));
        } catch (GeneralSecurityException e) {
            throw new BrokerException("cannot compute a digest", e);
        }
    }

    @Override
    public WrappedKey wrap(byte[] dataKey, byte[] context) {
        return erasable.wrap(dataKey, context);
    }

    @Override
    public Optional<byte[]> unwrap(WrappedKey wrapped, byte[] context) {
        return erasable.unwrap(wrapped, context);
    }

    @Override
    public void destroy(WrappedKey wrapped) {
        erasable.destroy(wrapped.keyId());
    }

    @Override
    public HeadSigner headSigner() {
        return headSigner;
    }

    @Override
    public HeadWitness headWitness() {
        return headWitness;
    }
}
