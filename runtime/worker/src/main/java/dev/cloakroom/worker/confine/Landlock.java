package dev.cloakroom.worker.confine;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes every right to files, TCP, abstract sockets and signals of others from this thread and those that it will
 * start, as far as the kernel's version knows the right, except what is granted by path.
 */
final class Landlock {

    /** What may be done beneath a path, or with the file that it is. */
    enum Grant {
        READ(0b1100),
        READ_AND_EXECUTE(0b1101);

        private static final long OF_FILES = 0b0101;

        private final long rights;

        Grant(long rights) {
            this.rights = rights;
        }

        long on(Path path) {
            return Files.isDirectory(path) ? rights : rights & OF_FILES;
        }
    }

    /** @param path what does not exist is skipped */
    record Rule(Grant grant, Path path) {}

    private static final int VERSION = 1;
    private static final int PATH_BENEATH = 1;
    private static final long ALL_TCP = 0b11;
    private static final long ALL_SCOPES = 0b11;
    private static final int RULE_BYTES = 16;
    private static final int AT_FDCWD = -100;
    private static final int O_PATH_CLOEXEC = 0x280000;

    private Landlock() {}

    /** The kernel's version of Landlock, 0 when it has none or it is turned off. */
    static int version(Architecture machine) {
        return (int) Math.max(0, Kernel.call(machine, Syscall.LANDLOCK_CREATE_RULESET, 0, 0, VERSION));
    }

    /** Whether the kernel took the rules. */
    static boolean restrict(Architecture machine, List<Rule> rules) {
        int version = version(machine);
        if (version == 0) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            long ruleset = ruleset(machine, version, arena);
            boolean added = rules.stream().allMatch(rule -> add(machine, ruleset, rule, arena));
            long restricted = Kernel.call(machine, Syscall.LANDLOCK_RESTRICT_SELF, ruleset, 0);
            Kernel.call(machine, Syscall.CLOSE, ruleset);
            return added && restricted == 0;
        }
    }

    // an older kernel takes the start of the structure
    private static long ruleset(Architecture machine, int version, Arena arena) {
        MemorySegment handled = arena.allocate(24, 8);
        handled.set(JAVA_LONG, 0, fileRights(version));
        handled.set(JAVA_LONG, 8, version >= 4 ? ALL_TCP : 0);
        handled.set(JAVA_LONG, 16, version >= 6 ? ALL_SCOPES : 0);
        int bytes = version >= 6 ? 24 : version >= 4 ? 16 : 8;
        return Kernel.call(machine, Syscall.LANDLOCK_CREATE_RULESET, handled.address(), bytes, 0);
    }

    // thirteen rights at first; then linking across folders, truncating, and ioctl on devices
    private static long fileRights(int version) {
        int count = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13;
        return (1L << count) - 1;
    }

    private static boolean add(Architecture machine, long ruleset, Rule rule, Arena arena) {
        long path = arena.allocateFrom(rule.path.toString()).address();
        long file = Kernel.call(machine, Syscall.OPENAT, AT_FDCWD, path, O_PATH_CLOEXEC, 0);
        if (file < 0) {
            return true;
        }
        MemorySegment beneath = arena.allocate(RULE_BYTES, 8);
        beneath.set(JAVA_LONG_UNALIGNED, 0, rule.grant.on(rule.path));
        beneath.set(JAVA_INT, 8, (int) file);
        long result = Kernel.call(machine, Syscall.LANDLOCK_ADD_RULE, ruleset, PATH_BENEATH, beneath.address(), 0);
        Kernel.call(machine, Syscall.CLOSE, file);
        return result == 0;
    }
}
