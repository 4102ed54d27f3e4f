package dev.cloakroom.runtime.sandbox;

import dev.cloakroom.worker.WorkerMain;
import dev.cloakroom.worker.confine.Kernel;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * The main class of a worker whose program took over the process: it is the worker as it is, and beside it a thread
 * that was there before the walls attacks from behind them. What happens goes to standard error, a line each.
 *
 * <p>With the system property {@code probe.free} there is no worker, and so no second layer.
 */
public final class Probe {

    static final String FREE = "-Dprobe.free=true";
    static final String ATTACK = "attack ";
    static final String FACT = "fact ";
    static final String END = "end";

    private static final int MANY = 1_000;
    private static final int TRIALS = 15_000;
    private static final int CLOSE = 3;
    private static final int OPENAT = 257;
    private static final int AT_FDCWD = -100;

    private Probe() {}

    public static void main(String[] args) throws Exception {
        facts();
        // so that it is the kernel that refuses, and not the linker
        InetAddress.getLoopbackAddress();
        if (Boolean.getBoolean("probe.free")) {
            attack();
            return;
        }
        var started = new CountDownLatch(1);
        Thread.ofPlatform().start(() -> {
            started.countDown();
            waitForTheWalls();
            attack();
        });
        started.await();
        WorkerMain.main(args);
    }

    private static void facts() {
        say(FACT + "environment " + System.getenv());
        say(FACT + "folder " + Path.of("").toAbsolutePath());
        for (int number = 0; number < MANY; number++) {
            descriptor(number);
        }
    }

    // one by one: the folder of them may not be listed
    private static void descriptor(int number) {
        try {
            say(FACT + "descriptor " + number + " " + Files.readSymbolicLink(Path.of("/proc/self/fd/" + number)));
        } catch (IOException notOpen) {
            // most are not
        }
    }

    // walls that never come do not hold the attack up for ever
    private static void waitForTheWalls() {
        long path = Attacks.text("/dev/urandom");
        for (int i = 0; i < TRIALS && opens(path); i++) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static boolean opens(long path) {
        long file = Kernel.call(OPENAT, AT_FDCWD, path, 0, 0);
        return file >= 0 && Kernel.call(CLOSE, file) == 0;
    }

    private static void attack() {
        Attacks.ALL.forEach((name, attack) -> say(ATTACK + name + ": " + attack.outcome()));
        say(END);
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
