package dev.cloakroom.worker.confine;

import static java.lang.foreign.ValueLayout.ADDRESS;

import dev.cloakroom.worker.confine.Landlock.Grant;
import dev.cloakroom.worker.confine.Landlock.Rule;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The first layer: a JVM that puts Landlock and the deny list on its one thread of ours and then becomes the
 * worker's JVM, with an empty environment, the descriptors 0, 1 and 2, and the working directory as it is.
 *
 * <p>What does not work is left out here: the worker looks for itself which walls stand, and says so.
 */
public final class Enter {

    private static final String END_OF_RULES = "--";
    private static final long FIRST_OTHER = 3;
    private static final long LAST = 0xffff_ffffL;
    private static final long CLOSE_ON_EXEC = 4;

    private Enter() {}

    /** @param args {@code r:PATH} to read, {@code x:PATH} to read and execute; then, after {@code --},
     *     a command with its full path */
    public static void main(String[] args) {
        int end = List.of(args).indexOf(END_OF_RULES);
        List<Rule> rules = Arrays.stream(args, 0, end).map(Enter::rule).toList();
        Architecture machine = Architecture.current().orElseThrow();
        restrict(machine, rules);
        keepOnlyTheChannel(machine);
        become(machine, List.of(args).subList(end + 1, args.length));
    }

    private static void restrict(Architecture machine, List<Rule> rules) {
        if (Seccomp.renouncePrivileges(machine)) {
            Landlock.restrict(machine, rules);
            Seccomp.onThisThread(machine, DenyList.filter(machine));
        }
    }

    // the JVM leaves some of its own files open over exec, and the host's native libraries may do so too
    private static void keepOnlyTheChannel(Architecture machine) {
        long result = Kernel.call(machine, Syscall.CLOSE_RANGE, FIRST_OTHER, LAST, CLOSE_ON_EXEC);
        boolean olderThanLandlock = result == -Kernel.ENOSYS || result == -Kernel.EINVAL;
        if (result < 0 && !olderThanLandlock) {
            throw new IllegalStateException("error " + -result + ": descriptors stay open");
        }
    }

    private static Rule rule(String text) {
        Grant grant = switch (text.substring(0, 2)) {
            case "r:" -> Grant.READ;
            case "x:" -> Grant.READ_AND_EXECUTE;
            default -> throw new IllegalArgumentException("no rule: `" + text + "`");
        };
        return new Rule(grant, Path.of(text.substring(2)));
    }

    private static void become(Architecture machine, List<String> command) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment arguments = strings(command, arena);
            MemorySegment environment = strings(List.of(), arena);
            long program = arena.allocateFrom(command.getFirst()).address();
            long result = Kernel.call(machine, Syscall.EXECVE, program, arguments.address(), environment.address());
            throw new IllegalStateException("error " + -result + ": `" + command.getFirst() + "` does not start");
        }
    }

    private static MemorySegment strings(List<String> texts, Arena arena) {
        MemorySegment pointers = arena.allocate(ADDRESS, texts.size() + 1L);
        for (int i = 0; i < texts.size(); i++) {
            pointers.setAtIndex(ADDRESS, i, arena.allocateFrom(texts.get(i)));
        }
        return pointers;
    }
}
