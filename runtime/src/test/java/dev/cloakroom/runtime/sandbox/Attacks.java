package dev.cloakroom.runtime.sandbox;

import dev.cloakroom.worker.confine.Kernel;
import java.io.File;
import java.lang.foreign.Arena;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What a process tries that was taken over, by Java and by raw system calls of x86-64. Each works, or fails for
 * another reason than permission, in a process without walls.
 */
final class Attacks {

    /** A way out, or a refusal. */
    interface Attack {
        /** Whatever it got; negative error numbers are refusals too. */
        Object run() throws Exception;

        /** {@code worked}, {@code error N} of the kernel, or the refusing exception. */
        default String outcome() {
            try {
                Object got = run();
                return got instanceof Long number && number < 0 ? "error " + -number : "worked";
            } catch (Throwable e) {
                return "refused by " + e;
            }
        }
    }

    static final String VICTIM = "probe.victim";
    static final String PORT = "probe.port";
    static final String HOST = "probe.parent";
    static final Map<String, Attack> ALL = new LinkedHashMap<>();

    private static final Path FOLDER = Path.of(System.getProperty(VICTIM, ""));
    private static final long PARENT = Long.getLong(HOST, 0);

    static {
        ALL.put("read a file", () -> Files.readString(FOLDER.resolve("secret")));
        ALL.put("read a file on a new thread", () -> onNewThread(() -> Files.readString(FOLDER.resolve("secret"))));
        ALL.put("write a file", () -> Files.writeString(FOLDER.resolve("new"), "x"));
        ALL.put("write into its own folder", () -> Files.writeString(Path.of("new"), "x"));
        ALL.put("list a folder", () -> list(FOLDER));
        ALL.put("list its own folder", () -> list(Path.of("")));
        ALL.put("list /proc", () -> list(Path.of("/proc")));
        ALL.put("see the size of a file", () -> existing(FOLDER.resolve("secret").toFile().length()));
        ALL.put("see whether a file exists", () -> existing(new File("/etc/passwd").exists() ? 1 : 0));
        ALL.put("delete a file", () -> delete(FOLDER.resolve("doomed")));
        ALL.put("read another process's environment", () -> Files.readString(Path.of("/proc/" + PARENT + "/environ")));
        ALL.put("start a program", () -> new ProcessBuilder("/bin/true").start().waitFor());
        ALL.put("connect", () -> new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger(PORT)).isConnected());
        ALL.put("listen", () -> new ServerSocket(0).getLocalPort());
        ALL.put("send datagrams", () -> new DatagramSocket().getLocalPort());
        // SIGHUP and others could be sent; 0 only asks whether they could
        ALL.put("kill the parent", () -> Kernel.call(62, PARENT, 0));
        ALL.put("tgkill the parent", () -> Kernel.call(234, PARENT, PARENT, 0));
        ALL.put("prlimit of the parent", () -> Kernel.call(302, PARENT, 7, 0, memory()));
        // DETACH of a process that is not traced: an own error without walls
        ALL.put("ptrace", () -> Kernel.call(101, 17, PARENT, 0, 0));
        ALL.put("process_vm_readv", () -> Kernel.call(310, PARENT, 0, 0, 0, 0, 0));
        ALL.put("process_vm_writev", () -> Kernel.call(311, PARENT, 0, 0, 0, 0, 0));
        ALL.put("socket", () -> Kernel.call(41, 2, 1, 0));
        ALL.put("unix socket", () -> Kernel.call(41, 1, 1, 0));
        ALL.put("netlink socket", () -> Kernel.call(41, 16, 3, 0));
        ALL.put("socketpair", () -> Kernel.call(53, 1, 1, 0, memory()));
        ALL.put("execve", () -> Kernel.call(59, text("/no/such/program"), 0, 0));
        ALL.put("execveat", () -> Kernel.call(322, -100, text("/no/such/program"), 0, 0, 0));
        // sharing signals without memory makes no sense to the kernel, so that nothing is forked without walls
        ALL.put("clone of the process", () -> Kernel.call(56, 0x800 | 17, 0, 0, 0, 0));
        ALL.put("clone3", () -> Kernel.call(435, 0, 0) == -38 ? -1L : 0L);
        ALL.put("io_uring_setup", () -> Kernel.call(425, 8, 0));
        ALL.put("bpf", () -> Kernel.call(321, 0, 0, 1 << 20));
        ALL.put("userfaultfd", () -> Kernel.call(323, 1));
        ALL.put("keyctl", () -> Kernel.call(250, 0, -3, 0));
        ALL.put("unshare", () -> Kernel.call(272, 0x10000000));
        ALL.put("memfd_create", () -> Kernel.call(319, text("memory"), 0));
        ALL.put("open", () -> Kernel.call(2, text("/dev/urandom"), 0, 0));
        ALL.put("openat2", () -> Kernel.call(437, -100, text("/"), 0, 0));
        ALL.put("statx", () -> Kernel.call(332, -100, text("/"), 0, 0x7ff, memory()));
        ALL.put("pidfd_open", () -> Kernel.call(434, PARENT, 0));
        ALL.put("prctl", () -> Kernel.call(157, 4, 0, 0, 0, 0));
        ALL.put("ioctl", () -> Kernel.call(16, 0, 0x541B, memory()));
        ALL.put("fcntl", () -> Kernel.call(72, 0, 3, 0));
        ALL.put("dup", () -> Kernel.call(32, 2));
        ALL.put("x32 getpid", () -> x32());
    }

    private Attacks() {}

    /** The address of a text that stays. */
    static long text(String text) {
        return Arena.global().allocateFrom(text).address();
    }

    private static long memory() {
        return Arena.global().allocate(4096).address();
    }

    private static Object onNewThread(Attack attack) {
        return CompletableFuture.supplyAsync(attack::outcome, task -> new Thread(task).start())
            .join()
            .equals("worked")
            ? 0L
            : -1L;
    }

    private static Object list(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    // java.io.File has no other word for no
    private static Object existing(long found) {
        return found == 0 ? -1L : found;
    }

    private static Object delete(Path file) throws Exception {
        Files.delete(file);
        return "gone";
    }

    // without walls most kernels do not know this ABI and say ENOSYS
    private static Object x32() {
        return Kernel.call(0x40000000 | 39);
    }
}
