package dev.cloakroom.bench;

import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFactory;
import dev.cloakroom.runtime.sandbox.WarmWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** One worker, one program, ten users: the first pages, some taps, the memory. */
final class PageBench {

    private static final int USERS = 10;
    private static final int TAPS = 200;
    private static final List<Integer> TAPS_SHOWN = List.of(1, 20, TAPS);
    private static final List<Integer> USERS_SHOWN = List.of(2, USERS);

    private final Figures figures;
    private final SandboxFactory sandboxes;

    PageBench(Figures figures, SandboxFactory sandboxes) {
        this.figures = figures;
        this.sandboxes = sandboxes;
    }

    void measure(String name, String program) throws IOException {
        long began = System.nanoTime();
        try (WarmWorker worker = sandboxes.warm()) {
            figures.millis("worker ready", System.nanoTime() - began);
            long pid = newestChild();
            memory("memory when ready", pid);
            long claimed = System.nanoTime();
            Sandbox sandbox = worker.load(program);
            BenchUser first = first(name, sandbox, claimed);
            OptionalDouble one = residentMegabytes(pid);
            for (int number = 2; number <= USERS; number++) {
                next(name, sandbox, number);
            }
            memory("memory with ten users, " + name, pid);
            furtherSession(name, one, residentMegabytes(pid));
            if (!name.equals("food-order")) {
                taps(name, first);
            }
        }
    }

    private BenchUser first(String name, Sandbox sandbox, long claimed) {
        var user = BenchUser.open(sandbox);
        figures.millis("first page, " + name + ", user 1", user.lastOperations() - claimed);
        figures.add("operations, " + name + ", kB", user.operationBytes() / 1e3);
        return user;
    }

    private void furtherSession(String name, OptionalDouble one, OptionalDouble all) {
        if (one.isPresent() && all.isPresent()) {
            double each = (all.getAsDouble() - one.getAsDouble()) / (USERS - 1);
            figures.add("memory of a further session, " + name + ", MB", each);
        }
    }

    private void next(String name, Sandbox sandbox, int number) {
        long began = System.nanoTime();
        var user = BenchUser.open(sandbox);
        if (USERS_SHOWN.contains(number)) {
            figures.millis("first page, " + name + ", user " + number, user.lastOperations() - began);
        }
    }

    private void taps(String name, BenchUser user) {
        for (int tap = 1; tap <= TAPS; tap++) {
            long nanos = user.tap();
            if (TAPS_SHOWN.contains(tap)) {
                figures.millis("tap, " + name + ", number " + tap, nanos);
            }
        }
    }

    private void memory(String name, long pid) throws IOException {
        residentMegabytes(pid).ifPresent(megabytes -> figures.add(name + ", MB", megabytes));
    }

    private static long newestChild() {
        return ProcessHandle.current().children().mapToLong(ProcessHandle::pid).max().orElseThrow();
    }

    // only Linux tells
    private static OptionalDouble residentMegabytes(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) {
            return OptionalDouble.empty();
        }
        return Files.readAllLines(status)
            .stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToDouble(line -> (Double.parseDouble(line.replaceAll("\\D", "")) * 1024) / 1e6)
            .findFirst();
    }
}
