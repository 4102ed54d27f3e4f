package dev.cloakroom.worker.confine;

import java.util.List;
import java.util.stream.Stream;

/** The system calls that the walls name, with their numbers on x86-64 and aarch64; -1 where one is not there. */
enum Syscall {
    READ(Use.ALLOWED, 0, 63),
    WRITE(Use.ALLOWED, 1, 64),
    CLOSE(Use.ALLOWED, 3, 57),
    FSTAT(Use.ALLOWED, 5, 80),
    POLL(Use.ALLOWED, 7, -1),
    LSEEK(Use.ALLOWED, 8, 62),
    MMAP(Use.ALLOWED, 9, 222),
    MPROTECT(Use.ALLOWED, 10, 226),
    MUNMAP(Use.ALLOWED, 11, 215),
    BRK(Use.ALLOWED, 12, 214),
    RT_SIGACTION(Use.ALLOWED, 13, 134),
    RT_SIGPROCMASK(Use.ALLOWED, 14, 135),
    RT_SIGRETURN(Use.ALLOWED, 15, 139),
    PREAD64(Use.ALLOWED, 17, 67),
    READV(Use.ALLOWED, 19, 65),
    WRITEV(Use.ALLOWED, 20, 66),
    SCHED_YIELD(Use.ALLOWED, 24, 124),
    MREMAP(Use.ALLOWED, 25, 216),
    MINCORE(Use.ALLOWED, 27, 232),
    MADVISE(Use.ALLOWED, 28, 233),
    NANOSLEEP(Use.ALLOWED, 35, 101),
    GETPID(Use.ALLOWED, 39, 172),
    EXIT(Use.ALLOWED, 60, 93),
    UNAME(Use.ALLOWED, 63, 160),
    GETTIMEOFDAY(Use.ALLOWED, 96, 169),
    GETRLIMIT(Use.ALLOWED, 97, 163),
    GETRUSAGE(Use.ALLOWED, 98, 165),
    SYSINFO(Use.ALLOWED, 99, 179),
    TIMES(Use.ALLOWED, 100, 153),
    GETUID(Use.ALLOWED, 102, 174),
    GETGID(Use.ALLOWED, 104, 176),
    GETEUID(Use.ALLOWED, 107, 175),
    GETEGID(Use.ALLOWED, 108, 177),
    SIGALTSTACK(Use.ALLOWED, 131, 132),
    GETTID(Use.ALLOWED, 186, 178),
    TIME(Use.ALLOWED, 201, -1),
    FUTEX(Use.ALLOWED, 202, 98),
    SCHED_GETAFFINITY(Use.ALLOWED, 204, 123),
    SET_TID_ADDRESS(Use.ALLOWED, 218, 96),
    RESTART_SYSCALL(Use.ALLOWED, 219, 128),
    CLOCK_GETTIME(Use.ALLOWED, 228, 113),
    CLOCK_GETRES(Use.ALLOWED, 229, 114),
    CLOCK_NANOSLEEP(Use.ALLOWED, 230, 115),
    EXIT_GROUP(Use.ALLOWED, 231, 94),
    PPOLL(Use.ALLOWED, 271, 73),
    SET_ROBUST_LIST(Use.ALLOWED, 273, 99),
    GETCPU(Use.ALLOWED, 309, 168),
    GETRANDOM(Use.ALLOWED, 318, 278),
    MEMBARRIER(Use.ALLOWED, 324, 283),
    RSEQ(Use.ALLOWED, 334, 293),
    FUTEX_WAITV(Use.ALLOWED, 449, 449),

    CLONE(Use.WATCHED, 56, 220),
    CLONE3(Use.WATCHED, 435, 435),
    TGKILL(Use.WATCHED, 234, 131),
    PRCTL(Use.WATCHED, 157, 167),
    EXECVE(Use.WATCHED, 59, 221),
    OPENAT(Use.WATCHED, 257, 56),
    CLOSE_RANGE(Use.WATCHED, 436, 436),
    SECCOMP(Use.WATCHED, 317, 277),
    LANDLOCK_CREATE_RULESET(Use.WATCHED, 444, 444),
    LANDLOCK_ADD_RULE(Use.WATCHED, 445, 445),
    LANDLOCK_RESTRICT_SELF(Use.WATCHED, 446, 446),

    SOCKET(Use.FORBIDDEN, 41, 198),
    CONNECT(Use.FORBIDDEN, 42, 203),
    ACCEPT(Use.FORBIDDEN, 43, 202),
    SENDTO(Use.FORBIDDEN, 44, 206),
    RECVFROM(Use.FORBIDDEN, 45, 207),
    SENDMSG(Use.FORBIDDEN, 46, 211),
    RECVMSG(Use.FORBIDDEN, 47, 212),
    SHUTDOWN(Use.FORBIDDEN, 48, 210),
    BIND(Use.FORBIDDEN, 49, 200),
    LISTEN(Use.FORBIDDEN, 50, 201),
    GETSOCKNAME(Use.FORBIDDEN, 51, 204),
    GETPEERNAME(Use.FORBIDDEN, 52, 205),
    SOCKETPAIR(Use.FORBIDDEN, 53, 199),
    SETSOCKOPT(Use.FORBIDDEN, 54, 208),
    GETSOCKOPT(Use.FORBIDDEN, 55, 209),
    ACCEPT4(Use.FORBIDDEN, 288, 242),
    RECVMMSG(Use.FORBIDDEN, 299, 243),
    SENDMMSG(Use.FORBIDDEN, 307, 269),
    PTRACE(Use.FORBIDDEN, 101, 117),
    PROCESS_VM_READV(Use.FORBIDDEN, 310, 270),
    PROCESS_VM_WRITEV(Use.FORBIDDEN, 311, 271),
    KCMP(Use.FORBIDDEN, 312, 272),
    IO_SETUP(Use.FORBIDDEN, 206, 0),
    IO_URING_SETUP(Use.FORBIDDEN, 425, 425),
    IO_URING_ENTER(Use.FORBIDDEN, 426, 426),
    IO_URING_REGISTER(Use.FORBIDDEN, 427, 427),
    BPF(Use.FORBIDDEN, 321, 280),
    USERFAULTFD(Use.FORBIDDEN, 323, 282),
    PERF_EVENT_OPEN(Use.FORBIDDEN, 298, 241),
    ADD_KEY(Use.FORBIDDEN, 248, 217),
    REQUEST_KEY(Use.FORBIDDEN, 249, 218),
    KEYCTL(Use.FORBIDDEN, 250, 219),
    MOUNT(Use.FORBIDDEN, 165, 40),
    UMOUNT2(Use.FORBIDDEN, 166, 39),
    PIVOT_ROOT(Use.FORBIDDEN, 155, 41),
    CHROOT(Use.FORBIDDEN, 161, 51),
    UNSHARE(Use.FORBIDDEN, 272, 97),
    SETNS(Use.FORBIDDEN, 308, 268),
    OPEN_TREE(Use.FORBIDDEN, 428, 428),
    MOVE_MOUNT(Use.FORBIDDEN, 429, 429),
    FSOPEN(Use.FORBIDDEN, 430, 430),
    FSCONFIG(Use.FORBIDDEN, 431, 431),
    FSMOUNT(Use.FORBIDDEN, 432, 432),
    FSPICK(Use.FORBIDDEN, 433, 433),
    MOUNT_SETATTR(Use.FORBIDDEN, 442, 442),
    INIT_MODULE(Use.FORBIDDEN, 175, 105),
    DELETE_MODULE(Use.FORBIDDEN, 176, 106),
    FINIT_MODULE(Use.FORBIDDEN, 313, 273),
    KEXEC_LOAD(Use.FORBIDDEN, 246, 104),
    KEXEC_FILE_LOAD(Use.FORBIDDEN, 320, 294),
    OPEN_BY_HANDLE_AT(Use.FORBIDDEN, 304, 265),
    FANOTIFY_INIT(Use.FORBIDDEN, 300, 262),
    MEMFD_CREATE(Use.FORBIDDEN, 319, 279),
    MEMFD_SECRET(Use.FORBIDDEN, 447, 447),
    PIDFD_SEND_SIGNAL(Use.FORBIDDEN, 424, 424),
    PIDFD_OPEN(Use.FORBIDDEN, 434, 434),
    PIDFD_GETFD(Use.FORBIDDEN, 438, 438),
    PROCESS_MADVISE(Use.FORBIDDEN, 440, 440),
    REBOOT(Use.FORBIDDEN, 169, 142),
    SWAPON(Use.FORBIDDEN, 167, 224),
    SWAPOFF(Use.FORBIDDEN, 168, 225),
    SETHOSTNAME(Use.FORBIDDEN, 170, 161),
    SETDOMAINNAME(Use.FORBIDDEN, 171, 162),
    ACCT(Use.FORBIDDEN, 163, 89),
    SYSLOG(Use.FORBIDDEN, 103, 116),
    CLOCK_SETTIME(Use.FORBIDDEN, 227, 112),
    SETTIMEOFDAY(Use.FORBIDDEN, 164, 170);

    /** Who may make a call. */
    enum Use {
        /** A worker, with any arguments. */
        ALLOWED,
        /** The walls themselves, or a worker with some arguments. */
        WATCHED,
        /** Nobody: refused from before the worker's JVM starts. */
        FORBIDDEN,
    }

    private final Use use;
    private final int x86;
    private final int aarch64;

    Syscall(Use use, int x86, int aarch64) {
        this.use = use;
        this.x86 = x86;
        this.aarch64 = aarch64;
    }

    static List<Syscall> of(Use use) {
        return Stream.of(values())
            .filter(call -> call.use == use)
            .toList();
    }

    /** Whether that machine has the call at all. */
    boolean isOn(Architecture machine) {
        return on(machine) >= 0;
    }

    int on(Architecture machine) {
        return switch (machine) {
            case X86_64 -> x86;
            case AARCH64 -> aarch64;
        };
    }
}
