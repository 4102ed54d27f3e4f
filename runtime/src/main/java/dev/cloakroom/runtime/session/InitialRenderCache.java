package dev.cloakroom.runtime.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.compile.Digest;
import dev.cloakroom.runtime.compile.DigestCache;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.OwnDirectory;
import dev.cloakroom.runtime.view.InitialRender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What pages show before their programs run, on disk: a file for each version of a program and each of its pages, in
 * a directory that only the host's own user may write. Without it a first page only comes later, so that its trouble
 * is a warning.
 */
public final class InitialRenderCache {

    /** Of one page; a larger one is not kept. */
    static final int MAX_BYTES = 2 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(InitialRenderCache.class);
    private static final long MAX_TOTAL_BYTES = 64 << 20;

    private final Path directory;
    private final DigestCache files;
    private final String version;
    private final Limits limits;

    /** @param version another one for each compiler and guest library that may lead to another page */
    public InitialRenderCache(Path directory, String version, Limits limits) {
        this.directory = directory;
        this.files = new DigestCache(directory, ".page");
        this.version = version;
        this.limits = limits;
    }

    /**
     * What the page shows at first, if it is known.
     *
     * @param program the digest of the program's package
     * @param path of the page, as {@code app.json} names it
     */
    public Optional<InitialRender> find(String program, String path) {
        Path file = files.file(key(program, path));
        try {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? read(file, program, path) : Optional.empty();
        } catch (IOException | GuestMisbehaved e) {
            LOG.warn("`{}` is not shown before its program runs: {}: {}", path, file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps what {@link Nobody} saw of the page, unless it is too large. */
    public void store(String program, String path, ObjectNode page) {
        String text = page.toString();
        if (text.length() < MAX_BYTES) {
            store(key(program, path), text);
        }
    }

    private String key(String program, String path) {
        return Digest.of(String.join("\n", version, DeviceProfile.CANNED.toString(), program, path));
    }

    private Optional<InitialRender> read(Path file, String program, String path) throws IOException, GuestMisbehaved {
        OwnDirectory.check(directory);
        OwnDirectory.check(file);
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("it has more than " + MAX_BYTES + " bytes");
        }
        Optional<ObjectNode> json = files.find(key(program, path)).flatMap(Json::parseObject);
        return json.isPresent() ? Optional.of(InitialRender.read(json.get(), path, limits)) : Optional.empty();
    }

    private void store(String key, String text) {
        try {
            OwnDirectory.make(directory);
            files.store(key, text);
            deleteOldest();
        } catch (IOException e) {
            LOG.warn("a page cannot be shown before its program runs: {}", e.getMessage());
        }
    }

    private void deleteOldest() throws IOException {
        long kept = 0;
        for (Path file : newestFirst()) {
            kept += Files.size(file);
            if (kept > MAX_TOTAL_BYTES) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.sorted(Comparator.comparing(InitialRenderCache::modified).reversed()).toList();
        }
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }
}
