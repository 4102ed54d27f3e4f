package dev.cloakroom.runtime.program;

/** A text that can be read so often and no more: a hostile expression that backtracks without end stops here. */
final class BoundedText implements CharSequence {

    /** The text was read too often. */
    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1;

        Exhausted() {
            super("the text was read too often", null, false, false);
        }
    }

    private static final int MAX_READS = 1_000_000;

    private final String text;
    private int reads;

    BoundedText(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++reads > MAX_READS) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
