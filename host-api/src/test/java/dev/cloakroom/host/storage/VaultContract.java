package dev.cloakroom.host.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.vault.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

interface VaultContract extends StorageUnderTest {
    @Test
    default void key_isTheFirstThatWasGiven() {
        var user = Samples.user();
        assertThat(storage().vault().findKey(user)).isEmpty();
        assertThat(storage().vault().findOrInsertKey(user, "first")).isEqualTo("first");
        assertThat(another().vault().findOrInsertKey(user, "second")).isEqualTo("first");
        assertThat(storage().vault().findKey(user)).contains("first");
    }

    @Test
    default void value_isReplacedAndDeleted() {
        var user = Samples.user();
        storage().vault().findOrInsertKey(user, "key");
        storage().vault().saveValue(user, Field.PHONE, "", "old");
        storage().vault().saveValue(user, Field.PHONE, "", "new");
        storage().vault().saveValue(user, Field.NAME, "", "name");
        assertThat(another().vault().findValue(user, Field.PHONE, "")).contains("new");
        storage().vault().deleteValue(user, Field.PHONE, "");
        assertThat(another().vault().findValue(user, Field.PHONE, "")).isEmpty();
        assertThat(another().vault().findValue(user, Field.NAME, "")).contains("name");
    }

    @Test
    default void labels_areThoseOfTheFieldSortedAlikeByEveryEngine() {
        var user = Samples.user();
        storage().vault().findOrInsertKey(user, "key");
        for (var label : List.of("work", "", "Home", "home 🏠", "_")) {
            storage()
                .vault()
                .saveValue(user, Field.ADDRESS, label, "sealed " + label);
        }
        storage().vault().saveValue(user, Field.NAME, "other", "sealed");
        assertThat(another().vault().labels(user, Field.ADDRESS)).containsExactly("", "Home", "_", "home 🏠", "work");
        assertThat(another().vault().findValue(user, Field.ADDRESS, "home 🏠")).contains("sealed home 🏠");
    }

    @Test
    default void value_needsAKey() {
        var user = Samples.user();
        assertThatThrownBy(() -> storage().vault().saveValue(user, Field.PHONE, "", "sealed")).isInstanceOf(
            BrokerException.class
        );
    }

    @Test
    default void deleteUser_takesTheKeyAndAllValuesOfThisUserOnly() {
        var user = Samples.user();
        var other = Samples.user();
        var key = Samples.id("key");
        for (var each : new UserId[] { user, other }) {
            storage()
                .vault()
                .findOrInsertKey(each, each.equals(user) ? key : other.value());
            storage().vault().saveValue(each, Field.PHONE, "", "sealed");
        }
        storage().vault().deleteUser(user, key);
        assertThat(another().vault().findKey(user)).isEmpty();
        assertThat(another().vault().findValue(user, Field.PHONE, "")).isEmpty();
        assertThat(another().vault().findValue(other, Field.PHONE, "")).contains("sealed");
    }

    @Test
    default void deleteUser_leavesWhatIsUnderANewerKey() {
        var user = Samples.user();
        storage().vault().findOrInsertKey(user, Samples.id("new"));
        storage().vault().saveValue(user, Field.PHONE, "", "sealed");
        storage().vault().deleteUser(user, "old");
        assertThat(another().vault().findValue(user, Field.PHONE, "")).contains("sealed");
        assertThat(another().vault().doomedKeys()).doesNotContain("old");
    }

    @Test
    default void doomedKey_isKnownUntilItIsForgotten() {
        var user = Samples.user();
        var key = storage().vault().findOrInsertKey(user, Samples.id("doomed"));
        storage().vault().deleteUser(user, key);
        assertThat(another().vault().doomedKeys()).contains(key);
        another().vault().forgetDoomedKey(key);
        another().vault().scrub();
        assertThat(storage().vault().doomedKeys()).doesNotContain(key);
    }
}
