package dev.cloakroom.host.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import dev.cloakroom.host.error.BrokerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/** Keyset files that only their owner can read. */
final class KeyFiles {

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
        PosixFilePermission.OWNER_READ,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_EXECUTE
    );

    private final Path directory;

    KeyFiles(Path directory) {
        this.directory = directory;
    }

    KeysetHandle openOrCreate(String name, Parameters parameters) throws GeneralSecurityException {
        try {
            var file = directory.resolve(name);
            if (!Files.exists(file)) {
                SecretFiles.create(file, serialise(KeysetHandle.generateNew(parameters, TinkConfig2026.get())));
            }
            return read(file);
        } catch (IOException e) {
            throw new BrokerException("cannot read or write the keys in `" + directory + "`", e);
        }
    }

    private static String serialise(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, TinkConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle read(Path file) throws IOException, GeneralSecurityException {
        if (SecretFiles.isPosix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new BrokerException("others may read the key file `" + file + "`: set its mode to 0600");
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(
            Files.readString(file),
            TinkConfig2026.get(),
            InsecureSecretKeyAccess.get()
        );
    }
}
