package dev.cloakroom.host.crash;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * The process that is killed: does what lines on its standard input say, many at once, and answers each on its standard
 * output. A line that it has written is the reader's whatever becomes of it. At its failpoint it says so and stands
 * still, to be killed there.
 *
 * <pre>
 * number verb matter key  →  done number answer
 *                            effect redemption phone
 *                            at failpoint
 * (end of input)          →  hit failpoint count, for each
 * </pre>
 */
final class Victim {

    private static final Pattern RESERVED = Pattern.compile("redemption-reserved.*\"redemption\":\"([^\"]+)\"");

    private final PrintStream out = new PrintStream(
        new FileOutputStream(FileDescriptor.out),
        true,
        StandardCharsets.UTF_8
    );
    private final Map<String, Integer> hits = new ConcurrentHashMap<>();
    private final String fatal;
    private final int times;

    private Victim(String fatal, int times) {
        this.fatal = fatal;
        this.times = times;
    }

    /** Arguments: directory, engine, failpoint or {@code -}, at which reaching of it, and the sabotage. */
    public static void main(String[] arguments) throws IOException {
        var victim = new Victim(arguments[2], Integer.parseInt(arguments[3]));
        var sabotage = Sabotage.valueOf(arguments[4]);
        var directory = Path.of(arguments[0]);
        var storage = sabotage.applied(new Engine(arguments[1]).open(directory));
        try (var site = new Site(directory, storage, new Failpoints(victim::reached), victim::happened)) {
            if (sabotage == Sabotage.RETRIES_UNKNOWN) {
                victim.retry(site);
            }
            victim.serve(site);
        }
    }

    private void serve(Site site) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        say("ready");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var words = line.split(" ", 4);
                threads.execute(() -> say("done " + words[0] + " " + site.answer(words[1], words[2], words[3])));
            }
        }
        new TreeMap<>(hits).forEach((name, count) -> say("hit " + name + " " + count));
    }

    private void reached(String name) {
        var count = hits.merge(name, 1, Integer::sum);
        if (name.equals(fatal) && count == times) {
            say("at " + name);
            while (true) {
                LockSupport.park();
            }
        }
    }

    private void happened(String redemption, String phone) {
        say("effect " + redemption + " " + phone);
    }

    /** Wrong on purpose: whether these were done before is not known. */
    private void retry(Site site) {
        var entries = site.ledger();
        for (var entry : entries) {
            var reserved = RESERVED.matcher(entry);
            if (reserved.find() && entries.stream().noneMatch(other -> isEnd(other, reserved.group(1)))) {
                happened(reserved.group(1), "again");
            }
        }
    }

    private static boolean isEnd(String entry, String redemption) {
        return entry.contains("redemption-completed") && entry.contains(redemption);
    }

    private synchronized void say(String line) {
        out.println(line);
    }
}
