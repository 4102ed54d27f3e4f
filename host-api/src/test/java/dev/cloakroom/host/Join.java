package dev.cloakroom.host;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;

/** A way to guess which of the other program's ids belongs to the same user as one of ours. */
enum Join {
    EQUALITY(Join::equality),
    COMMON_START(Join::commonStart),
    FEWEST_BITS((one, other) -> -differentBits(one, other)),
    /** The n-th smallest with the n-th smallest. */
    ORDER((_, _) -> 0) {
        @Override
        int[] guesses(List<byte[]> ones, List<byte[]> others) {
            var sorted = ranks(others);
            var guesses = new int[ones.size()];
            var ours = ranks(ones);
            IntStream.range(0, ours.length).forEach(rank -> guesses[ours[rank]] = sorted[rank]);
            return guesses;
        }
    },
    /** Those whose exclusive or is the one that most pairs have. */
    CONSTANT_DIFFERENCE((_, _) -> 0) {
        @Override
        int[] guesses(List<byte[]> ones, List<byte[]> others) {
            var most = mostFrequent(ones, others);
            return IntStream.range(0, ones.size())
                .map(i -> first(others, other -> difference(ones.get(i), other).equals(most)))
                .toArray();
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final ToIntBiFunction<byte[], byte[]> likeness;

    Join(ToIntBiFunction<byte[], byte[]> likeness) {
        this.likeness = likeness;
    }

    /** How many guesses are right when both lists are by user. */
    int right(List<byte[]> ones, List<byte[]> others) {
        var guesses = guesses(ones, others);
        return (int) IntStream.range(0, guesses.length)
            .filter(user -> guesses[user] == user)
            .count();
    }

    /** The other that is most alike, of equals the first of a fixed order that knows no user. */
    int[] guesses(List<byte[]> ones, List<byte[]> others) {
        var order = Arrays.stream(ranks(others)).boxed().toList();
        return ones
            .stream()
            .mapToInt(one ->
                order
                    .stream()
                    .max(Comparator.comparingInt(other -> likeness.applyAsInt(one, others.get(other))))
                    .orElseThrow()
            )
            .toArray();
    }

    private static int equality(byte[] one, byte[] other) {
        return Arrays.equals(one, other) ? 1 : 0;
    }

    private static int commonStart(byte[] one, byte[] other) {
        var end = Arrays.mismatch(one, other);
        return end < 0 ? one.length : end;
    }

    private static int differentBits(byte[] one, byte[] other) {
        return IntStream.range(0, one.length)
            .map(i -> Integer.bitCount((one[i] ^ other[i]) & 0xff))
            .sum();
    }

    private static int[] ranks(List<byte[]> ids) {
        return IntStream.range(0, ids.size())
            .boxed()
            .sorted((a, b) -> Arrays.compareUnsigned(ids.get(a), ids.get(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    }

    private static String difference(byte[] one, byte[] other) {
        var difference = one.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] ^= other[i];
        }
        return Arrays.toString(difference);
    }

    private static String mostFrequent(List<byte[]> ones, List<byte[]> others) {
        Map<String, Integer> counts = new HashMap<>();
        ones.forEach(one -> others.forEach(other -> counts.merge(difference(one, other), 1, Integer::sum)));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static int first(List<byte[]> ids, Predicate<byte[]> wanted) {
        return IntStream.range(0, ids.size())
            .filter(i -> wanted.test(ids.get(i)))
            .findFirst()
            .orElse(-1);
    }
}
