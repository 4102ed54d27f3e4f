package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When the cache is made and when it is believed. */
class AotCacheTest {

    private final AtomicInteger trained = new AtomicInteger();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void cache_isThereOnceMadeAndIsMadeOnce() {
        AotCache cache = cache("a");
        assertThat(cache.find()).isEmpty();

        cache.make();
        cache.make();

        assertThat(cache.find()).hasValueSatisfying(file -> assertThat(file).hasContent("trained"));
        assertThat(trained).hasValue(1);
    }

    @Test
    void otherDigest_hasACacheOfItsOwn() {
        cache("a").make();

        assertThat(cache("b").find()).isEmpty();
    }

    @Test
    void trainingOfAHostThatWasKilled_isCleanedUpByTheNext() throws IOException {
        cache("a").make();
        Path unfinished = Files.createDirectory(directory().resolve("training-1"));
        Files.writeString(unfinished.resolve("worker.aot.config"), "half");

        cache("b").make();

        assertThat(unfinished).doesNotExist();
        assertThat(cache("b").find()).isPresent();
    }

    @Test
    void failedTraining_leavesNothingBehindAndIsNoError() throws IOException {
        AotCache cache = new AotCache(directory(), "a", into -> {
            Files.writeString(into.resolve("half"), "half");
            throw new IOException("no room left");
        });

        cache.make();

        assertThat(cache.find()).isEmpty();
        assertThat(names()).containsExactly("lock");
    }

    @Test
    void cache_isNotMadeWhileAnotherMakesIt() {
        AotCache inner = cache("a");
        AotCache outer = new AotCache(directory(), "a", into -> {
            inner.make();
            return train(into);
        });

        outer.make();

        assertThat(trained).hasValue(1);
    }

    @Test
    void oldCaches_areDeleted() throws IOException {
        for (int age = 1; age <= 4; age++) {
            cache("old" + age).make();
            Files.setLastModifiedTime(directory().resolve("worker-old" + age + ".aot"), FileTime.fromMillis(9 - age));
        }

        cache("new").make();

        assertThat(names()).containsExactlyInAnyOrder("lock", "worker-new.aot", "worker-old1.aot", "worker-old2.aot");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void directoryThatOthersCanWrite_isNeitherUsedNorFilled() throws IOException {
        cache("a").make();
        Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(cache("a").find()).isEmpty();
        cache("b").make();

        assertThat(trained).hasValue(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void fileThatOthersCanWrite_isNotUsed() throws IOException {
        cache("a").make();
        Path file = cache("a").find().orElseThrow();

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

        assertThat(cache("a").find()).isEmpty();
    }

    @Test
    void link_isNotFollowed() throws IOException {
        cache("a").make();
        Path file = cache("a").find().orElseThrow();
        Files.move(file, folder.resolve("elsewhere"));

        Files.createSymbolicLink(file, folder.resolve("elsewhere"));

        assertThat(cache("a").find()).isEmpty();
    }

    @Test
    void digest_changesWithJarAndFlags() throws IOException {
        Path jar = Files.writeString(folder.resolve("a.jar"), "one");
        String first = digest("-flag", jar);

        assertThat(digest("-flag", jar)).isEqualTo(first);
        assertThat(digest("-other", jar)).isNotEqualTo(first);
        Files.writeString(jar, "three");
        assertThat(digest("-flag", jar)).isNotEqualTo(first);
    }

    private static String digest(String flag, Path jar) {
        return new WorkerCommand(Path.of("jdk"), List.of(flag), List.of(jar), List.of("Main")).digest();
    }

    private Path directory() {
        return folder.resolve("workers");
    }

    private AotCache cache(String digest) {
        return new AotCache(directory(), digest, this::train);
    }

    private Path train(Path into) throws IOException {
        trained.incrementAndGet();
        return Files.writeString(into.resolve("made"), "trained");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
