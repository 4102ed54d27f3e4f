package dev.cloakroom.runtime.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** {@link Attacks} for those who keep a list of all attacks. */
public final class KernelAttacks {

    private KernelAttacks() {}

    /**
     * Runs them in a process that was taken over.
     *
     * @param folder an empty one, for the files that it attacks
     * @param confined whether behind the walls
     * @return by name: {@code worked}, {@code error N}, or {@code refused by …}
     */
    public static Map<String, String> outcomes(Path folder, boolean confined) throws IOException {
        return ProbedWorker.run(folder, confined).outcomes();
    }
}
