package dev.cloakroom.runtime.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Texts that follow one another, joined: what crosses from one into the next shows in {@code text}. */
record Run(List<Leaf> leaves, String text, List<Integer> starts) {
    /** What crosses into the next text is a piece of a value, and a piece is short. */
    private static final int REACH = 32;

    static Run join(List<Leaf> leaves, String between) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        List<Leaf> spoken = leaves
            .stream()
            .filter(leaf -> !leaf.text().isEmpty())
            .toList();
        for (Leaf leaf : spoken) {
            starts.add(text.length());
            text.append(ends(leaf.text())).append(between);
        }
        return new Run(spoken, text.toString(), starts);
    }

    /** The middle of a long text cannot be part of what crosses into the next. */
    private static String ends(String text) {
        int length = text.length();
        return length <= 2 * REACH ? text : text.substring(0, REACH) + Layer.GAP + text.substring(length - REACH);
    }

    /** Whether the characters from {@code start} to before {@code end} are of more than one leaf. */
    boolean crosses(int start, int end) {
        return index(start) != index(end - 1);
    }

    /** The paths of the first and the last leaf. */
    String path(int start, int end) {
        return leaves.get(index(start)).path() + " .. " + leaves.get(index(end - 1)).path();
    }

    private int index(int offset) {
        int found = Collections.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
