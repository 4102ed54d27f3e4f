package dev.cloakroom.runtime.leak;

/**
 * A personal value where it must not be.
 *
 * @param label the {@link PlantedValue#label} of the value
 * @param encoding how it was written, outermost first, such as {@code base64 > plain}
 * @param path a JSON pointer, {@code first .. last} for a value split over several, or {@code name:offset}
 * @param excerpt the shape of what stands around it: letters as {@code x}, digits as {@code 0}, the value
 *     itself as its length; never the value
 */
public record Leak(String label, String encoding, String path, String excerpt) {
    @Override
    public String toString() {
        return "%s as %s at %s: %s".formatted(label, encoding, path, excerpt);
    }
}
