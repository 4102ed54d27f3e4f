package dev.cloakroom.runtime.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * A port that somebody chose.
 *
 * @param port 0 for any free one
 */
record PortOption(int port) {
    private static final int MAX = 65_535;

    /** @throws ParameterException when there is no such port */
    void check(CommandLine command) {
        if (port < 0 || port > MAX) {
            throw new ParameterException(command, "`--port` must be 0 to " + MAX);
        }
    }
}
