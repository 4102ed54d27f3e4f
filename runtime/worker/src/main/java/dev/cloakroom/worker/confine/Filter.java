package dev.cloakroom.worker.confine;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Assembles a seccomp filter: classic BPF over {@code struct seccomp_data}, read from top to bottom. */
final class Filter {

    /** What becomes of a call. */
    record Verdict(int code) {
        static final Verdict ALLOW = new Verdict(0x7fff0000);
        static final Verdict KILL = new Verdict(0x80000000);
        static final Verdict REFUSE = error(Kernel.EPERM);

        static Verdict error(int errno) {
            return new Verdict(0x00050000 | errno);
        }
    }

    /** A question about the low 32 bits of an argument; the kernel reads no more of those that are asked about. */
    record Test(short code, int value, Verdict verdict) {
        static Test is(int value, Verdict verdict) {
            return new Test(JUMP_IF_EQUAL, value, verdict);
        }

        static Test hasAnyOf(int bits, Verdict verdict) {
            return new Test(JUMP_IF_BITS, bits, verdict);
        }
    }

    private record Instruction(short code, int ifTrue, int ifFalse, int value) {}

    private static final short LOAD = 0x20;
    private static final short JUMP_IF_EQUAL = 0x15;
    private static final short JUMP_IF_AT_LEAST = 0x35;
    private static final short JUMP_IF_BITS = 0x45;
    private static final short RETURN = 0x06;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int ARGUMENTS = 16;

    /** Calls of the x32 ABI carry this bit; they do the same as others under other numbers. */
    private static final int X32 = 0x40000000;

    private static final int INSTRUCTION_BYTES = 8;
    private static final int HEADER_BYTES = 16;

    private final List<Instruction> code = new ArrayList<>();
    private final Architecture machine;

    Filter(Architecture machine) {
        this.machine = machine;
        load(ARCHITECTURE);
        code.add(new Instruction(JUMP_IF_EQUAL, 1, 0, machine.audit()));
        end(Verdict.KILL);
        load(NUMBER);
        code.add(new Instruction(JUMP_IF_AT_LEAST, 0, 1, X32));
        end(Verdict.REFUSE);
    }

    /** Says what becomes of some calls, whatever their arguments. */
    Filter on(Iterable<Syscall> calls, Verdict verdict) {
        for (Syscall call : calls) {
            if (call.isOn(machine)) {
                code.add(new Instruction(JUMP_IF_EQUAL, 0, 1, call.on(machine)));
                end(verdict);
            }
        }
        return this;
    }

    /** Lets the first test that holds for an argument of a call decide, and refuses the call when none does. */
    Filter on(Syscall call, int argument, Test... tests) {
        int block = 2 * tests.length + 2;
        code.add(new Instruction(JUMP_IF_EQUAL, 0, block, call.on(machine)));
        load(ARGUMENTS + 8 * argument);
        for (Test test : tests) {
            code.add(new Instruction(test.code, 0, 1, test.value));
            end(test.verdict);
        }
        end(Verdict.REFUSE);
        return this;
    }

    /** Says what becomes of all other calls. Nothing may follow. */
    Filter otherwise(Verdict verdict) {
        end(verdict);
        return this;
    }

    /** A {@code struct sock_fprog}, for a little-endian machine as all of {@link Architecture} are. */
    MemorySegment toProgram(Arena arena) {
        MemorySegment body = arena.allocate((long) INSTRUCTION_BYTES * code.size(), INSTRUCTION_BYTES);
        for (int i = 0; i < code.size(); i++) {
            write(code.get(i), body.asSlice((long) INSTRUCTION_BYTES * i, INSTRUCTION_BYTES));
        }
        MemorySegment header = arena.allocate(HEADER_BYTES, 8);
        header.set(JAVA_SHORT, 0, (short) code.size());
        header.set(JAVA_LONG, 8, body.address());
        return header;
    }

    private static void write(Instruction one, MemorySegment place) {
        place.set(JAVA_SHORT, 0, one.code);
        place.set(JAVA_BYTE, 2, (byte) one.ifTrue);
        place.set(JAVA_BYTE, 3, (byte) one.ifFalse);
        place.set(JAVA_INT, 4, one.value);
    }

    private void load(int offset) {
        code.add(new Instruction(LOAD, 0, 0, offset));
    }

    private void end(Verdict verdict) {
        code.add(new Instruction(RETURN, 0, 0, verdict.code));
    }
}
