package dev.cloakroom.runtime.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "drive")
final class DriveCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return 0;
    }
}
