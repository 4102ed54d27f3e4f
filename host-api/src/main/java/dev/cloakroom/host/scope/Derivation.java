package dev.cloakroom.host.scope;

/**
 * The closed set of coarse and predicate answers that may leave in place of a value. Each is given as JSON text; its
 * shape is here.
 */
public enum Derivation {
    /** The calling code of the phone number's country, such as {@code "86"}: one of about two hundred. */
    PHONE_CALLING_CODE,
    /** {@code {"provinceName", "cityName", "countyName", "nationalCode", "postalCode"}} of the address. */
    ADDRESS_REGION,
    /**
     * {@code {"latitude", "longitude", "accuracy"}}: the centre of a square of about 1.1 km, and the radius in metres
     * of a circle around it that the user is in. The squares are the same for every user and program.
     */
    LOCATION_CELL,
    /** The same of a square of about 5.6 km, which is made of 25 of those of {@link #LOCATION_CELL}. */
    LOCATION_AREA,
    /** {@code [{"timestamp", "step"}]}: at most 31 days, steps rounded down to whole thousands, 30,000 at most. */
    STEPS,
    /** {@code true} or {@code false}. */
    AGE_OVER_14,
    /** {@code true} or {@code false}. */
    AGE_OVER_16,
    /** {@code true} or {@code false}. */
    AGE_OVER_18,
    /** {@code true} or {@code false}. */
    AGE_OVER_60,
    /** {@code ["subject"]}: the friends that use the program too, as the program knows them. */
    FRIENDS,
    /** {@code [{"subject", "latitude", "longitude", "accuracy"}]}: of those, the ones in the user's area or next to it. */
    FRIENDS_NEARBY,
}
