package dev.cloakroom.runtime.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Words for what the file system refused. */
public final class FileTrouble {

    private FileTrouble() {}

    /** Why it was refused, without the path, which the message around it names. */
    public static String why(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "this user has no right to it";
            case FileSystemException refused when refused.getReason() != null -> refused.getReason();
            default -> Objects.requireNonNullElse(e.getMessage(), e.toString());
        };
    }
}
