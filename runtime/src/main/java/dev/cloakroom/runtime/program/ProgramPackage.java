package dev.cloakroom.runtime.program;

import dev.cloakroom.runtime.input.BadInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a program: paths, relative and with slashes, and contents. Immutable, and within the limits below. */
public final class ProgramPackage {

    /** The largest sum of all files, in bytes. */
    public static final int MAX_BYTES = 20 << 20;
    /** The largest file, in bytes. */
    public static final int MAX_FILE_BYTES = 4 << 20;
    /** The largest number of files. */
    public static final int MAX_FILES = 10_000;

    private static final int MAX_PATH = 512;

    private final SortedMap<String, byte[]> files;
    private final String digest;

    private ProgramPackage(SortedMap<String, byte[]> files) {
        this.files = files;
        this.digest = digestOf(files);
    }

    /**
     * A package of these files.
     *
     * @throws BadInput when a path is odd or a limit is exceeded
     */
    public static ProgramPackage of(Map<String, byte[]> files) {
        SortedMap<String, byte[]> copy = new TreeMap<>();
        files.forEach((path, content) -> copy.put(checkedPath(path), checkedContent(path, content)));
        checkTotals(copy);
        return new ProgramPackage(Collections.unmodifiableSortedMap(copy));
    }

    /** All paths in order. */
    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
    }

    public boolean has(String path) {
        return files.containsKey(path);
    }

    /** The content of a file, a copy, or empty if there is no such file. */
    public Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    /** The files whose path ends in one of {@code suffixes}, as text without byte order mark, in order. */
    public SortedMap<String, String> texts(String... suffixes) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((path, content) -> {
            if (endsIn(path, suffixes)) {
                texts.put(path, text(path, content));
            }
        });
        return texts;
    }

    /** The sum of all files, in bytes. */
    public long bytes() {
        return bytes(files);
    }

    /** SHA-256 over paths and contents in order, in hexadecimal. */
    public String digest() {
        return digest;
    }

    static String checkedPath(String path) {
        if (path.isEmpty() || path.length() > MAX_PATH) {
            throw new BadInput(path, "a path must have 1 to " + MAX_PATH + " characters: rename it");
        }
        if (path.chars().anyMatch(c -> c == '\\' || c == '\uFFFD' || Character.isISOControl(c))) {
            throw new BadInput(path, "a path must be UTF-8 without backslash and control characters: rename it");
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw new BadInput(path, "a path must be relative, without empty parts, `.` and `..`");
            }
        }
        return path;
    }

    private static byte[] checkedContent(String path, byte[] content) {
        if (content.length > MAX_FILE_BYTES) {
            throw tooLarge(path);
        }
        return content.clone();
    }

    static BadInput tooLarge(String path) {
        return new BadInput(
            path,
            "is larger than " + (MAX_FILE_BYTES >> 20) + " MB: make it smaller or add it to `packOptions.ignore`"
        );
    }

    private static void checkTotals(Map<String, byte[]> files) {
        if (files.size() > MAX_FILES || bytes(files) > MAX_BYTES) {
            throw tooMuch();
        }
    }

    private static long bytes(Map<String, byte[]> files) {
        return files
            .values()
            .stream()
            .mapToLong(content -> content.length)
            .sum();
    }

    static BadInput tooMuch() {
        String limits = (MAX_BYTES >> 20) + " MB or " + MAX_FILES + " files";
        return new BadInput("the package", "has more than " + limits + ": extend `packOptions.ignore`");
    }

    private static boolean endsIn(String path, String... suffixes) {
        for (String suffix : suffixes) {
            if (path.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    private static String text(String path, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadInput(path, "is not UTF-8: save it in that encoding");
        }
    }

    private static String digestOf(SortedMap<String, byte[]> files) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            files.forEach((path, content) -> {
                update(sha, path.getBytes(StandardCharsets.UTF_8));
                update(sha, content);
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    // with its length, so that no two packages feed the same bytes
    private static void update(MessageDigest sha, byte[] part) {
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        sha.update(part);
    }
}
