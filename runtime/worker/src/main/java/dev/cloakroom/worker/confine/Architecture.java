package dev.cloakroom.worker.confine;

import java.util.Arrays;
import java.util.Optional;

/** A processor whose system calls have numbers here. */
enum Architecture {
    X86_64("x86-64", "amd64", 0xC000003E, true),
    /** From the kernel's own table; never run. */
    AARCH64("aarch64", "aarch64", 0xC00000B7, false);

    private final String title;
    private final String javaName;
    private final int audit;
    private final boolean verified;

    Architecture(String title, String javaName, int audit, boolean verified) {
        this.title = title;
        this.javaName = javaName;
        this.audit = audit;
        this.verified = verified;
    }

    /** The one that this process runs on, under Linux; empty when there are no numbers for it. */
    static Optional<Architecture> current() {
        String name = System.getProperty("os.arch");
        boolean linux = System.getProperty("os.name").equals("Linux");
        return Arrays.stream(values())
            .filter(one -> linux && one.javaName.equals(name))
            .findFirst();
    }

    String title() {
        return title;
    }

    /** What a filter finds in {@code seccomp_data.arch}. */
    int audit() {
        return audit;
    }

    /** Whether the tests have run on it. */
    boolean verified() {
        return verified;
    }
}
