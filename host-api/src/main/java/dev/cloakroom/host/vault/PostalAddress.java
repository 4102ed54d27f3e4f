package dev.cloakroom.host.vault;

/**
 * Where parcels go, in the parts of WeChat's {@code chooseAddress}.
 *
 * @param userName who takes the parcel
 * @param telNumber whom the courier calls
 * @param detailInfo house, floor and door
 * @param nationalCode the administrative division code, such as {@code 440305}
 */
public record PostalAddress(
    String userName,
    String telNumber,
    String provinceName,
    String cityName,
    String countyName,
    String streetName,
    String detailInfo,
    String nationalCode,
    String postalCode
) implements StructuredValue {
    public PostalAddress {
        StructuredValue.requireTexts(userName, telNumber, provinceName, cityName, countyName);
        StructuredValue.requireTexts(streetName, detailInfo, nationalCode, postalCode);
        StructuredValue.require(!userName.isBlank() && !(streetName + detailInfo).isBlank());
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "PostalAddress";
    }
}
