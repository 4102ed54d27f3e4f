package dev.cloakroom.runtime.program;

import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/** Collects the files of a program's folder: never through a symbolic link, never more than the limits allow. */
final class ProgramFolder extends PackedFiles {

    private final Map<String, byte[]> files = new TreeMap<>();
    private long total;

    private ProgramFolder(Path root, IgnoreRules ignore) {
        super(root, ignore);
    }

    /** The files under {@code root} that {@code ignore} leaves. */
    static ProgramPackage read(Path root, IgnoreRules ignore) {
        ProgramFolder folder = new ProgramFolder(root, ignore);
        try {
            Files.walkFileTree(root, folder);
        } catch (IOException e) {
            throw new BadInput(root.toString(), "cannot be read: " + FileTrouble.why(e));
        }
        return ProgramPackage.of(folder.files);
    }

    @Override
    void visit(String relative, Path file, BasicFileAttributes attributes) throws IOException {
        String path = ProgramPackage.checkedPath(relative);
        if (attributes.isSymbolicLink()) {
            throw new BadInput(path, "is a symbolic link: put the file itself there");
        }
        if (!attributes.isRegularFile()) {
            throw new BadInput(path, "is no regular file: remove it or add it to `packOptions.ignore`");
        }
        byte[] content = content(path, file);
        count(content);
        files.put(path, content);
    }

    // NOFOLLOW again: between the look and the read somebody may have put a link there
    private static byte[] content(String path, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(ProgramPackage.MAX_FILE_BYTES + 1);
            if (content.length > ProgramPackage.MAX_FILE_BYTES) {
                throw ProgramPackage.tooLarge(path);
            }
            return content;
        }
    }

    // before the rest is read: a folder may hold more than the memory does
    private void count(byte[] content) {
        total += content.length;
        if (total > ProgramPackage.MAX_BYTES || files.size() >= ProgramPackage.MAX_FILES) {
            throw ProgramPackage.tooMuch();
        }
    }
}
