package dev.cloakroom.host.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.cloakroom.host.error.BrokerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * AES-256-GCM keys with a file of their own each, encrypted by the host's key and for their own name. A database keeps
 * copies of what it deletes, in its log, its free pages, its backups; a file can be overwritten.
 */
final class ErasableKeys {

    private static final int ID_BYTES = 16;
    private static final int FOLDER_CHARACTERS = 2;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final Path directory;
    private final Aead hostKey;
    private final RandomSource random = RandomSource.of(new SecureRandom());

    ErasableKeys(Path directory, Aead hostKey) {
        this.directory = directory;
        this.hostKey = hostKey;
    }

    WrappedKey wrap(byte[] dataKey, byte[] context) {
        var id = random.text(ID_BYTES);
        try {
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            SecretFiles.create(file(id), encrypted(keyset, id));
            return new WrappedKey(id, Base64.getEncoder().encodeToString(aead(keyset).encrypt(dataKey, context)));
        } catch (IOException | GeneralSecurityException e) {
            throw new BrokerException("cannot make a key in `" + directory + "`", e);
        }
    }

    Optional<byte[]> unwrap(WrappedKey wrapped, byte[] context) {
        try {
            var keyset = read(wrapped.keyId());
            return keyset.isEmpty()
                ? Optional.empty()
                : Optional.of(aead(keyset.get()).decrypt(Base64.getDecoder().decode(wrapped.sealed()), context));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new BrokerException("cannot use a key in `" + directory + "`", e);
        }
    }

    void destroy(String id) {
        try {
            SecretFiles.erase(file(id));
        } catch (IOException e) {
            throw new BrokerException("cannot erase a key in `" + directory + "`: let the host write there", e);
        }
    }

    /** A file that was overwritten and not yet deleted is gone as well. */
    private Optional<KeysetHandle> read(String id) throws IOException, GeneralSecurityException {
        try {
            var text = Files.readString(file(id));
            return text.chars().allMatch(character -> character == 0)
                ? Optional.empty()
                : Optional.of(decrypted(text, id));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private String encrypted(KeysetHandle keyset, String id) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(keyset, hostKey, name(id), AeadConfig2026.get());
    }

    private KeysetHandle decrypted(String text, String id) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(text, hostKey, name(id), AeadConfig2026.get());
    }

    private static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    private static byte[] name(String id) {
        return ("erasable-key\0" + id).getBytes(StandardCharsets.US_ASCII);
    }

    /** An id from the store is part of a path only when it has the form of one that was made here. */
    private Path file(String id) {
        if (!ID.matcher(id).matches()) {
            throw new BrokerException("the store holds something else in the place of a key's id");
        }
        return directory.resolve(id.substring(0, FOLDER_CHARACTERS)).resolve(id + ".json");
    }
}
