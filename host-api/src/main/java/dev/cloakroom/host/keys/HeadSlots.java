package dev.cloakroom.host.keys;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.merkle.HeadJson;
import dev.cloakroom.host.merkle.SignedTreeHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Two places of 512 bytes, each a checksum, a head as JSON, and blanks. A head goes over the older one; one that was
 * only half written fails its checksum and counts as not there.
 */
final class HeadSlots {

    private static final int BYTES = 512;

    private final FileChannel file;

    HeadSlots(FileChannel file) {
        this.file = file;
    }

    /** Empty when nothing was ever written whole. */
    Optional<SignedTreeHead> newest() throws IOException {
        var newest = Stream.of(read(0), read(1))
            .flatMap(Optional::stream)
            .max(Comparator.comparingLong(SignedTreeHead::size));
        if (newest.isEmpty() && file.size() > BYTES) {
            throw new BrokerException(
                "the ledger's witness is damaged: restore `keys/ledger-head` from a backup, or delete it and see `cloakroom ledger accept`"
            );
        }
        return newest;
    }

    /** Writes the head unless there is one that is as new; returns the newest. */
    SignedTreeHead advance(SignedTreeHead head) throws IOException {
        var newest = newest();
        if (newest.isPresent() && newest.get().size() >= head.size()) {
            return newest.get();
        }
        write(read(0).equals(newest) ? 1 : 0, head);
        return head;
    }

    /** Both places: a larger head in the other one would win. */
    SignedTreeHead restart(SignedTreeHead head) throws IOException {
        write(0, head);
        write(1, head);
        return head;
    }

    private Optional<SignedTreeHead> read(int slot) throws IOException {
        var bytes = ByteBuffer.allocate(BYTES);
        file.read(bytes, (long) slot * BYTES);
        var text = new String(bytes.array(), StandardCharsets.UTF_8).strip();
        var blank = text.indexOf(' ');
        return blank > 0 && text.substring(0, blank).equals(checksum(text.substring(blank + 1)))
            ? HeadJson.parse(text.substring(blank + 1))
            : Optional.empty();
    }

    private void write(int slot, SignedTreeHead head) throws IOException {
        var json = HeadJson.of(head).toString();
        var line = (checksum(json) + " " + json + " ".repeat(BYTES)).substring(0, BYTES - 1) + "\n";
        var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes, (long) slot * BYTES + bytes.position());
        }
        file.force(false);
    }

    private static String checksum(String json) {
        var crc = new CRC32C();
        crc.update(json.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
