package dev.cloakroom.runtime.drive;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.OwnerView;
import dev.cloakroom.host.vault.PostalAddress;
import dev.cloakroom.host.vault.PutOutcome;
import dev.cloakroom.host.vault.Vault;
import dev.cloakroom.runtime.leak.PlantedValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A made-up user and the values that the host keeps of them.
 *
 * @param id a handle that tells nothing; reports have it where third parties look
 * @param phone in E.164 form, {@code +8613800138000}
 * @param more values of other fields, as the vault takes them
 * @param friends handles of other users
 */
public record UserProfile(
    String id,
    @Nullable String name,
    @Nullable String phone,
    @Nullable String email,
    @Nullable Address address,
    Map<Field, String> more,
    Set<String> friends
) {
    public UserProfile {
        more = Map.copyOf(more);
        friends = Set.copyOf(friends);
    }

    /** Somebody of whom nothing else is known. */
    public UserProfile(
        String id,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Address address
    ) {
        this(id, name, phone, email, address, Map.of(), Set.of());
    }

    /** A postal address; parts that are not given are null. */
    public record Address(
        @Nullable String region,
        @Nullable String city,
        @Nullable String county,
        @Nullable String street,
        @Nullable String detail,
        @Nullable String postalCode
    ) {
        /** As the vault keeps it, for that person. */
        PostalAddress postal(@Nullable String name, @Nullable String phone) {
            return new PostalAddress(
                text(name),
                text(phone),
                text(region),
                text(city),
                text(county),
                text(street),
                text(detail),
                "",
                text(postalCode)
            );
        }

        private static String text(@Nullable String part) {
            return Objects.requireNonNullElse(part, "");
        }

        /** Says nothing. */
        @Override
        public String toString() {
            return "Address[...]";
        }
    }

    /**
     * The values that no third party may see and that chance does not find: a region or a city may be
     * told, and stands in many a menu.
     */
    public List<PlantedValue> planted() {
        return values()
            .entrySet()
            .stream()
            .filter(entry -> PlantedValue.searchable(entry.getValue()))
            .map(entry -> new PlantedValue(id + "." + entry.getKey(), entry.getValue()))
            .toList();
    }

    /** Puts the values into the vault, as the user would. */
    public void settleIn(Vault vault) {
        OwnerView own = vault.ownerView(new UserId(id));
        put(own, Field.PHONE, phone);
        put(own, Field.NAME, name);
        put(own, Field.EMAIL, email);
        put(own, Field.ADDRESS, address == null ? null : address.postal(name, phone).toJson());
        more.forEach((field, value) -> put(own, field, value));
    }

    private static void put(OwnerView vault, Field field, @Nullable String value) {
        if (value != null && vault.put(field, value) instanceof PutOutcome.Rejected(var reason)) {
            throw new IllegalStateException("the vault did not take a made-up " + field + ": " + reason.text());
        }
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "name", name);
        put(values, "phone", phone);
        put(values, "email", email);
        put(values, "address.street", address == null ? null : address.street());
        put(values, "address.detail", address == null ? null : address.detail());
        new TreeMap<>(more).forEach((field, value) -> values.putAll(PersonalParts.of(field, value)));
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    /** Names the user without saying anything of them. */
    @Override
    public String toString() {
        return "UserProfile[" + id + "]";
    }
}
