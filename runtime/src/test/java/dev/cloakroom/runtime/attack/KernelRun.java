package dev.cloakroom.runtime.attack;

import dev.cloakroom.runtime.sandbox.KernelAttacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Ways out that a process tries which was taken over: raw system calls, and what Java makes of them. */
final class KernelRun {

    private static final String REFUSED = "refused";

    /** Of all that are tried, those that the kernel refuses for a reason of their own. */
    private static final List<String> NAMES = List.of(
        "read a file",
        "read a file on a new thread",
        "write a file",
        "list a folder",
        "see the size of a file",
        "delete a file",
        "kill the parent",
        "tgkill the parent",
        "prlimit of the parent",
        "ptrace",
        "process_vm_readv",
        "process_vm_writev",
        "socket",
        "socketpair",
        "execve",
        "execveat",
        "clone of the process",
        "clone3",
        "io_uring_setup",
        "bpf",
        "userfaultfd",
        "keyctl",
        "unshare",
        "memfd_create",
        "open",
        "openat2",
        "statx",
        "pidfd_open",
        "prctl",
        "ioctl",
        "x32 getpid"
    );

    private KernelRun() {}

    static List<Attack> attacks() {
        return NAMES.stream()
            .map(name -> new Attack(id(name), "kernel", name, Set.of(REFUSED), Wall.KERNEL, true, ""))
            .toList();
    }

    static Map<String, Outcome> outcomes(Path folder, boolean confined) throws IOException {
        Map<String, String> found = KernelAttacks.outcomes(Files.createDirectory(folder), confined);
        return NAMES.stream().collect(
            Collectors.toMap(KernelRun::id, name -> outcome(Objects.requireNonNull(found.get(name))))
        );
    }

    private static String id(String name) {
        return name.replace(' ', '-');
    }

    private static Outcome outcome(String text) {
        return text.matches("error (1|13)|refused by .*") ? Outcome.of(REFUSED) : Outcome.reached(text);
    }
}
