package dev.cloakroom.host.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host that may not write its files any longer than they are: the kernel refuses its writes as it does on a full
 * disk, and takes them again when the limit goes.
 */
@Tag("processes")
@EnabledOnOs(OS.LINUX)
class DiskFullTest {

    private static final int TRIES = 20;

    @TempDir
    Path directory;

    @Test
    void fullDisk_letsNothingThroughAndLosesNothing() throws Exception {
        try (var hosts = new Pair(directory, Engine.SQLITE)) {
            hosts.there("put", "u1", "-").join();
            var kept = token(hosts.there("mint", "u1", "-").join());
            var refused = new ArrayList<String>();
            limit(hosts.pid(), "1024:unlimited");
            for (int i = 0; i < TRIES; i++) {
                refused.add(hosts.there("mint", "u1", "-").join());
                refused.add(hosts.there("redeem", kept, "-").join());
                refused.add(hosts.there("revoke", "u1", "-").join());
            }
            assertThat(refused).containsOnly("refused UNAVAILABLE", "error BrokerException");
            assertThat(hosts.messages()).isZero();

            limit(hosts.pid(), "unlimited:unlimited");
            assertThat(hosts.there("redeem", kept, "-").join())
                .startsWith("completed ")
                .endsWith(" SENT");
            assertThat(hosts.there("mint", "u1", "-").join()).startsWith("token ");
            assertThat(hosts.violations()).allMatch(
                violation -> violation.startsWith("failed: ") || violation.startsWith("refused: ")
            );
            System.out.println("disk full: 0 let through, n = " + refused.size());
        }
    }

    private static String token(String answer) {
        return answer.split(" ", 2)[1];
    }

    /** Soft and hard limit on the length of the files that the process writes, in bytes. */
    private static void limit(long pid, String bytes) throws IOException, InterruptedException {
        var command = List.of("prlimit", "--pid", Long.toString(pid), "--fsize=" + bytes);
        var process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0)
            .as("prlimit")
            .isTrue();
    }
}
