package dev.cloakroom.runtime.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.drive.Drive;
import dev.cloakroom.runtime.drive.DriveListener;
import dev.cloakroom.runtime.drive.MadeUpUsers;
import dev.cloakroom.runtime.drive.Report;
import dev.cloakroom.runtime.drive.Scenario;
import dev.cloakroom.runtime.drive.Step;
import dev.cloakroom.runtime.drive.Users;
import dev.cloakroom.runtime.leak.Leak;
import dev.cloakroom.runtime.leak.LeakScan;
import dev.cloakroom.runtime.leak.PlantedValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that was played for made-up people, and where their values were found in what it left: the
 * report, the host's log, and every file of the host's store as it is while the host runs.
 *
 * @param stored how many files the store had
 */
record Played(Users users, Report report, List<Leak> leaks, int stored) {
    /** Plays {@code scenario} in {@code program} on a host with {@code options}. */
    static Played of(Path program, Path scenario, HostOptions options, RandomGenerator random) throws IOException {
        return of(program, scenario, options, random, _ -> {});
    }

    /** The same, with more values that nobody may see. */
    static Played of(Path program, Path scenario, HostOptions options, RandomGenerator random, List<PlantedValue> more)
        throws IOException {
        return of(program, scenario, options, random, more, _ -> {});
    }

    /** The same on a store that {@code sabotage} gets its hands on before anybody acts. */
    static Played of(Path program, Path scenario, HostOptions options, RandomGenerator random, Consumer<Path> sabotage)
        throws IOException {
        return of(program, scenario, options, random, List.of(), sabotage);
    }

    private static Played of(
        Path program,
        Path scenario,
        HostOptions options,
        RandomGenerator random,
        List<PlantedValue> more,
        Consumer<Path> sabotage
    ) throws IOException {
        Users users = new MadeUpUsers(random).of(scenario);
        var scan = LeakScan.of(Stream.concat(users.planted().stream(), more.stream()).toList());
        var store = new StoreScan(scan, sabotage);
        try (HostLog log = HostLog.open()) {
            Report report = new Drive(program, Scenario.read(scenario, users), users, options, store).play();
            List<Leak> leaks = Stream.of(
                scan.inJson(beyondTheSink(report)),
                store.leaks,
                scan.inText("host log", log.text())
            )
                .flatMap(List::stream)
                .toList();
            return new Played(users, report, leaks, store.files);
        }
    }

    /** The number of the one who acts, in E.164 form. */
    String phone() {
        return Objects.requireNonNull(users.first().phone());
    }

    /** The numbers that the SMS gateway's stand-in was given. */
    List<String> sinkNumbers() {
        return sink("sms");
    }

    /** What recipients got of the user, of that kind. */
    List<String> sink(String kind) {
        return StreamSupport.stream(report.toJson().at("/host/sink").spliterator(), false)
            .filter(given -> given.path("kind").asText().equals(kind))
            .map(given -> given.path("to").asText())
            .toList();
    }

    // the sink is where the values may go, and the list of the users is where they come from
    private static JsonNode beyondTheSink(Report report) {
        JsonNode all = report.toJson();
        ((ObjectNode) all.path("host")).without(List.of("sink", "users"));
        return all;
    }

    /** Searches the store at the last moment before it goes. */
    private static final class StoreScan implements DriveListener {

        private final LeakScan scan;
        private final Consumer<Path> sabotage;
        private final List<Leak> leaks = new ArrayList<>();
        private Path store = Path.of("");
        private int files;

        StoreScan(LeakScan scan, Consumer<Path> sabotage) {
            this.scan = scan;
            this.sabotage = sabotage;
        }

        @Override
        public void opened(Path folder) {
            store = folder;
            sabotage.accept(folder);
        }

        @Override
        public void started(String appId) {
            // nothing is to be seen yet
        }

        @Override
        public void played(Step step, @Nullable String failure) {
            // the report tells
        }

        @Override
        public void ended() {
            try (Stream<Path> all = Files.walk(store)) {
                files = (int) all.filter(Files::isRegularFile).count();
                leaks.addAll(scan.inFiles(store));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
