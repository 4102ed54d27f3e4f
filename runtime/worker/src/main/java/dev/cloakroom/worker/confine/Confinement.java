package dev.cloakroom.worker.confine;

import dev.cloakroom.protocol.Wall;
import java.lang.foreign.Arena;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The second layer, and the trial of both. */
public final class Confinement {

    private static final int GET_NO_NEW_PRIVS = 39;
    private static final int AT_FDCWD = -100;
    private static final int O_CLOEXEC = 0x80000;
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM = 1;

    private final Architecture machine;

    private Confinement(Architecture machine) {
        this.machine = machine;
    }

    /**
     * Takes from all threads what a worker needs no more: afterwards no file is opened, no class is found that is
     * not in an open jar, no library is loaded.
     *
     * @return the content of the READY frame: each wall that it names was tried and held
     */
    public static String raise() {
        Optional<Architecture> machine = Architecture.current();
        return machine
            .map(known -> new Confinement(known).confine())
            .orElse(Walls.NONE)
            .toJson();
    }

    private Walls confine() {
        int landlock = Landlock.version(machine);
        Set<Wall> standing = EnumSet.noneOf(Wall.class);
        note(standing, Wall.NO_NEW_PRIVS, Kernel.call(machine, Syscall.PRCTL, GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1);
        note(standing, Wall.LANDLOCK, openRoot() == -Kernel.EACCES);
        note(standing, Wall.DENY_LIST, socket() == -Kernel.EPERM);
        note(standing, Wall.ALLOW_LIST, allowList() && openRoot() == -Kernel.EPERM && socket() == -Kernel.EPERM);
        return new Walls(standing, Optional.of(machine), landlock);
    }

    private boolean allowList() {
        int pid = (int) ProcessHandle.current().pid();
        return Seccomp.renouncePrivileges(machine) && Seccomp.onAllThreads(machine, AllowList.filter(machine, pid));
    }

    private long openRoot() {
        try (Arena arena = Arena.ofConfined()) {
            long path = arena.allocateFrom("/").address();
            return closed(Kernel.call(machine, Syscall.OPENAT, AT_FDCWD, path, O_CLOEXEC, 0));
        }
    }

    private long socket() {
        return closed(Kernel.call(machine, Syscall.SOCKET, AF_UNIX, SOCK_STREAM, 0));
    }

    private long closed(long result) {
        if (result >= 0) {
            Kernel.call(machine, Syscall.CLOSE, result);
        }
        return result;
    }

    private static void note(Set<Wall> standing, Wall wall, boolean stands) {
        if (stands) {
            standing.add(wall);
        }
    }
}
