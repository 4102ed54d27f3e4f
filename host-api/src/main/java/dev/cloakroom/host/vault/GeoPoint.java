package dev.cloakroom.host.vault;

/**
 * A place on the earth, WGS 84.
 *
 * @param latitude in degrees, -90 to 90
 * @param longitude in degrees, -180 to 180
 */
public record GeoPoint(double latitude, double longitude) implements StructuredValue {
    public GeoPoint {
        StructuredValue.require(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180);
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "GeoPoint";
    }
}
