package dev.cloakroom.runtime.leak;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A planted value and the forms in which people and programs write it. */
sealed interface Personal {
    String label();

    /** Every whole form that a program may feed to a digest or pass on. */
    List<String> written();

    static Personal of(PlantedValue planted) {
        boolean number = planted.value().chars().noneMatch(Character::isLetter);
        return number ? Numeric.of(planted) : new Text(planted.label(), planted.value());
    }

    /** The numbers among {@code values}. */
    static List<Numeric> numbers(List<Personal> values) {
        return values.stream().filter(Numeric.class::isInstance).map(Numeric.class::cast).toList();
    }

    /**
     * A phone number, or another long number.
     *
     * @param digits what every form of the number contains: the national number, with the country code
     *     before it when that alone is shorter than ten digits
     */
    record Numeric(String label, String digits, List<String> written) implements Personal {
        private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
        private static final int ALONE = 10;

        static Numeric of(PlantedValue planted) {
            try {
                return phone(planted.label(), PHONES.parse(planted.value(), "CN"));
            } catch (NumberParseException e) {
                String digits = Folds.digitsOf(planted.value());
                return new Numeric(planted.label(), digits, List.of(digits));
            }
        }

        private static Numeric phone(String label, PhoneNumber phone) {
            String national = PHONES.getNationalSignificantNumber(phone);
            String international = phone.getCountryCode() + national;
            String digits = national.length() >= ALONE ? national : international;
            return new Numeric(label, digits, forms(phone, national, international).distinct().toList());
        }

        private static Stream<String> forms(PhoneNumber phone, String national, String international) {
            String code = "" + phone.getCountryCode();
            Stream<String> joined = Stream.of("", "+", "00").map(plus -> plus + international);
            Stream<String> spaced = Stream.of(" ", "-").map(gap -> "+" + code + gap + national);
            Stream<String> grouped = Stream.of(PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL)
                .map(format -> PHONES.format(phone, format))
                .flatMap(text -> Stream.of(text, text.replace(' ', '-')));
            Stream<String> wrapped = Stream.of("\"" + national + "\"", national + "\n", "tel:+" + international);
            return Stream.of(Stream.of(national), joined, spaced, grouped, wrapped).flatMap(forms -> forms);
        }
    }

    /** A name, an e-mail address, a street. */
    record Text(String label, String value) implements Personal {
        private static final int SQUASHED = 8;

        @Override
        public List<String> written() {
            String folded = Folds.fold(value);
            return Stream.of(
                value,
                value.strip(),
                value.toLowerCase(Locale.ROOT),
                value.toUpperCase(Locale.ROOT),
                folded
            )
                .distinct()
                .toList();
        }

        /** The value itself and what the readings for texts make of it. */
        Stream<String> read() {
            Stream<String> whole = Stream.of(value, Folds.fold(value));
            Stream<String> squashed = Stream.of(Folds.squash(value), Folds.squash(Folds.fold(value)));
            return Stream.concat(whole, squashed.filter(text -> text.length() >= SQUASHED)).distinct();
        }
    }
}
