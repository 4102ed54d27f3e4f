package dev.cloakroom.runtime.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Bytes derived from good examples by small changes: a short look at a target in every build. The build
 * looks at the same inputs every time, so that a find belongs to a change of it; the profile {@code fuzz} draws others,
 * looks longer, and is led by coverage.
 */
public final class Mutations {

    private static final long SEED = Long.getLong("cloakroom.seed", 20_261_122);
    private static final int MOST_CHANGES = 6;
    private static final List<String> ODD = List.of(
        "\"",
        "{",
        "[",
        "]",
        "}",
        ":",
        ",",
        "null",
        "-1",
        "1e999",
        "2147483648",
        "9223372036854775808",
        "\\u0000",
        "\\ud800",
        "\u202e",
        "../",
        "__proto__",
        "\n",
        "0.1",
        "true",
        "\"\":",
        "[[[[[[[["
    );

    static {
        System.out.println("fuzz: -Dcloakroom.seed=" + SEED);
    }

    private Mutations() {}

    /** Gives {@code target} each example, and then that many inputs made from them. */
    public static void run(FuzzTarget target, int inputs, String... examples) throws Exception {
        var random = new Random(SEED);
        for (String example : examples) {
            target.take(example.getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < inputs; i++) {
            byte[] input = mutated(examples[i % examples.length].getBytes(StandardCharsets.UTF_8), random);
            take(target, input);
        }
    }

    private static void take(FuzzTarget target, byte[] input) {
        try {
            target.take(input);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("it breaks on " + Arrays.toString(input), e);
        }
    }

    private static byte[] mutated(byte[] example, Random random) {
        byte[] bytes = example;
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0 && bytes.length > 0; changes--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = from + random.nextInt(Math.min(20, bytes.length - from) + 1);
        byte[] part = switch (random.nextInt(4)) {
            case 0 -> new byte[0];
            case 1 -> ODD.get(random.nextInt(ODD.size())).getBytes(StandardCharsets.UTF_8);
            case 2 -> new byte[] { (byte) random.nextInt(256) };
            default -> twice(Arrays.copyOfRange(bytes, from, to));
        };
        return spliced(bytes, from, to, part);
    }

    private static byte[] twice(byte[] part) {
        return spliced(part, part.length, part.length, part);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] part) {
        byte[] result = new byte[from + part.length + bytes.length - to];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(part, 0, result, from, part.length);
        System.arraycopy(bytes, to, result, from + part.length, bytes.length - to);
        return result;
    }
}
