package dev.cloakroom.runtime.program;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Visits the files of a program's folder that are part of its package. */
abstract class PackedFiles extends SimpleFileVisitor<Path> {

    private static final Set<String> NEVER = Set.of(
        "node_modules",
        "project.config.json",
        "project.private.config.json"
    );

    private final Path root;
    private final IgnoreRules ignore;

    PackedFiles(Path root, IgnoreRules ignore) {
        this.root = root;
        this.ignore = ignore;
    }

    /** @param path relative to the program's folder, with slashes */
    abstract void visit(String path, Path file, BasicFileAttributes attributes) throws IOException;

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return directory.equals(root) || packed(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (packed(file)) {
            visit(relative(file), file, attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean packed(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && !NEVER.contains(name) && !ignore.matches(relative(path));
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
