package dev.cloakroom.host.vault;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers in the one form that gateways take. */
final class PhoneNumbers {

    private static final String HOME_REGION = "CN";
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /** Without this, letters would be read as digits and an extension would be dropped. */
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ().-]+");

    private PhoneNumbers() {}

    static Normalised normalise(String text) {
        return parse(text)
            .<Normalised>map(number ->
                new Normalised.Fit(PersonalValue.of(LIBRARY.format(number, PhoneNumberFormat.E164)))
            )
            .orElse(new Normalised.Unfit(Rejection.NOT_A_PHONE_NUMBER));
    }

    /** The calling code of the number's country, such as {@code 86}. */
    static Optional<String> callingCode(PersonalValue phone) {
        return parse(phone.reveal()).map(number -> Integer.toString(number.getCountryCode()));
    }

    /** Asks for a possible number, not an assigned one: countries assign ranges before the library knows of them. */
    private static Optional<PhoneNumber> parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var number = LIBRARY.parse(text, HOME_REGION);
            var possible = LIBRARY.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
            return possible ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
