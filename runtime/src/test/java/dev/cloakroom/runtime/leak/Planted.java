package dev.cloakroom.runtime.leak;

import java.util.List;
import java.util.Random;

/** Made-up people, new in every run; the seed is printed so that a run can be had again. */
final class Planted {

    /** The same each time unless a run sets another: among enough pairs of values and noise, one matches by chance. */
    static final long SEED = Long.getLong("cloakroom.seed", 20_261_122);

    static {
        System.out.println("leak tests: -Dcloakroom.seed=" + SEED);
    }

    static final String PHONE = "138" + digits(new Random(SEED), 8);
    /** A number that floats shorten. */
    static final String ROUND = "139" + digits(new Random(SEED + 3), 4) + "1000";
    static final String MAIL =
        letters(new Random(SEED + 1), 9) + ".mei@" + letters(new Random(SEED + 2), 6) + ".example";
    static final String NAME = "林小梅";
    static final String STREET = "42 Ångström Straße";

    static final List<PlantedValue> ALL = List.of(
        new PlantedValue("lin.phone", "+86 " + PHONE),
        new PlantedValue("wei.phone", ROUND),
        new PlantedValue("lin.email", MAIL),
        new PlantedValue("lin.name", NAME),
        new PlantedValue("lin.street", STREET)
    );

    static final LeakScan SCAN = LeakScan.of(ALL);

    private Planted() {}

    private static String digits(Random random, int count) {
        return characters(random, "0123456789", count);
    }

    private static String letters(Random random, int count) {
        return characters(random, "abcdefghijklmnopqrstuvwxyz", count);
    }

    static String characters(Random random, String alphabet, int count) {
        StringBuilder out = new StringBuilder(count);
        random.ints(count, 0, alphabet.length()).forEach(i -> out.append(alphabet.charAt(i)));
        return out.toString();
    }
}
