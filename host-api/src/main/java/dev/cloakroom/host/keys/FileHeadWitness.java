package dev.cloakroom.host.keys;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.merkle.SignedTreeHead;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The newest head in {@code keys/ledger-head}. Several processes may share it: a lock on the file orders them. A head
 * is written over the older of two places in it, so that a crash in the middle leaves the other.
 */
final class FileHeadWitness implements HeadWitness {

    /** File locks are held by the whole JVM: its threads take this one before. */
    private static final Object WITHIN_JVM = new Object();

    private final Path file;

    FileHeadWitness(Path file) {
        this.file = file;
    }

    @Override
    public Optional<SignedTreeHead> last() {
        return Files.exists(file) ? locked(HeadSlots::newest) : Optional.empty();
    }

    @Override
    public SignedTreeHead record(SignedTreeHead head) {
        createIfMissing();
        return locked(slots -> slots.advance(head));
    }

    @Override
    public void restart(SignedTreeHead head) {
        createIfMissing();
        locked(slots -> slots.restart(head));
    }

    /** The name is on the disk before a head is: a lost witness would look like somebody's work. */
    private void createIfMissing() {
        try {
            if (!Files.exists(file)) {
                SecretFiles.create(file, "");
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private <T> T locked(Work<T> work) {
        synchronized (WITHIN_JVM) {
            try (
                var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var _ = channel.lock()
            ) {
                return work.on(new HeadSlots(channel));
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }

    private BrokerException failed(IOException e) {
        return new BrokerException("cannot read or write the ledger's witness `" + file + "`", e);
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(HeadSlots slots) throws IOException;
    }
}
