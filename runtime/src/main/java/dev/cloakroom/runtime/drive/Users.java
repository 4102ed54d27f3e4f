package dev.cloakroom.runtime.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.JsonFiles;
import dev.cloakroom.runtime.input.JsonInput;
import dev.cloakroom.runtime.leak.PlantedValue;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The users of a throwaway host; {@code docs/users.schema.json} describes their file.
 *
 * @param all at least one; ids differ
 */
public record Users(List<UserProfile> all) {
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private static final Pattern WORD_START = Pattern.compile("_(.)");

    /** What has no member of its own in {@link UserProfile}. */
    private static final Set<Field> OTHERS = EnumSet.complementOf(
        EnumSet.of(Field.PHONE, Field.NAME, Field.EMAIL, Field.ADDRESS, Field.LAST_CELL)
    );

    private static final String HOME = "CN";

    /** The library would read letters as digits and drop an extension. */
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ().-]+");

    public Users {
        all = List.copyOf(all);
    }

    /**
     * The users in {@code file}.
     *
     * @throws BadInput naming the file, line and member; it never repeats a value
     */
    public static Users read(Path file) {
        return from(JsonFiles.read(file).matching("users"));
    }

    /** Who acts where nobody is named. */
    public UserProfile first() {
        return all.getFirst();
    }

    public Optional<UserProfile> find(String id) {
        return all
            .stream()
            .filter(user -> user.id().equals(id))
            .findFirst();
    }

    /** Every user's {@link UserProfile#planted}. */
    public List<PlantedValue> planted() {
        return all
            .stream()
            .flatMap(user -> user.planted().stream())
            .toList();
    }

    /** All handles, for a message. */
    public String ids() {
        return all
            .stream()
            .map(user -> "`" + user.id() + "`")
            .collect(Collectors.joining(", "));
    }

    private static Users from(JsonInput input) {
        JsonNode users = input.root().path("users");
        Set<String> ids = new HashSet<>();
        for (JsonNode user : users) {
            if (!ids.add(user.path("id").asText())) {
                throw input.bad(
                    user.path("id"),
                    "`" + user.path("id").asText() + "` is already the `id` of another user"
                );
            }
        }
        return new Users(
            StreamSupport.stream(users.spliterator(), false)
                .map(user -> profile(input, user))
                .toList()
        );
    }

    private static UserProfile profile(JsonInput input, JsonNode user) {
        return new UserProfile(
            user.path("id").asText(),
            text(user, "name"),
            user.has("phone") ? phone(input, user.path("phone")) : null,
            text(user, "email"),
            user.has("address") ? address(input, user.path("address")) : null,
            more(user),
            friends(user)
        );
    }

    private static Map<Field, String> more(JsonNode user) {
        Map<Field, String> more = new EnumMap<>(Field.class);
        for (Field field : OTHERS) {
            JsonNode value = user.path(memberOf(field));
            if (!value.isMissingNode()) {
                more.put(field, value.isTextual() ? value.textValue() : value.toString());
            }
        }
        return more;
    }

    /** {@code BIRTH_DATE} is {@code birthDate} in the file. */
    private static String memberOf(Field field) {
        String lower = field.name().toLowerCase(Locale.ROOT);
        return WORD_START.matcher(lower).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    private static Set<String> friends(JsonNode user) {
        Set<String> friends = new HashSet<>();
        user.path("friends").forEach(friend -> friends.add(friend.asText()));
        return friends;
    }

    /** Who is friends with that user, by either's word. */
    public Set<UserId> friendsOf(UserId user) {
        Set<String> named = find(user.value()).map(UserProfile::friends).orElse(Set.of());
        return all
            .stream()
            .filter(other -> named.contains(other.id()) || other.friends().contains(user.value()))
            .map(other -> new UserId(other.id()))
            .collect(Collectors.toSet());
    }

    private static String phone(JsonInput input, JsonNode value) {
        try {
            PhoneNumber number = PHONES.parse(value.asText(), HOME);
            if (WRITTEN.matcher(value.asText()).matches() && PHONES.isValidNumber(number)) {
                return PHONES.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            throw badPhone(input, value);
        }
        throw badPhone(input, value);
    }

    /** Without the cause, whose message has the number. */
    private static BadInput badPhone(JsonInput input, JsonNode value) {
        return input.bad(
            value,
            "`phone` is not a valid number: write the 11 digits of a number of mainland China, or a number in international form that starts with `+`"
        );
    }

    private static UserProfile.Address address(JsonInput input, JsonNode address) {
        if (address.has("region") && address.has("province")) {
            throw input.bad(address.path("province"), "`province` is another name of `region`: keep one");
        }
        return new UserProfile.Address(
            text(address, address.has("province") ? "province" : "region"),
            text(address, "city"),
            text(address, "county"),
            text(address, "street"),
            text(address, "detail"),
            text(address, "postalCode")
        );
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.has(name) ? node.path(name).asText() : null;
    }
}
