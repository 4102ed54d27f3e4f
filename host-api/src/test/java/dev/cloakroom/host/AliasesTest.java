package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.OTHER;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.cloakroom.host.alias.AliasOwner;
import dev.cloakroom.host.alias.Aliases;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.AliasKind;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AliasesTest {

    @TempDir
    Path directory;

    HostFixture fixture;
    Aliases aliases;

    @BeforeEach
    void open() {
        fixture = new HostFixture(directory);
        aliases = fixture.host.aliases();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(AliasKind.class)
    void alias_isTheSameEachTimeAndAnotherInAnotherProgram(AliasKind kind) {
        var alias = aliases.of(FOOD.id(), USER, kind);
        assertThat(aliases.of(FOOD.id(), USER, kind)).isEqualTo(alias);
        assertThat(aliases.of(OTHER.id(), USER, kind)).isNotEqualTo(alias);
        assertThat(aliases.owner(kind, alias)).contains(new AliasOwner(FOOD.id(), USER));
    }

    @ParameterizedTest
    @EnumSource(AliasKind.class)
    void forgottenAlias_meansNothing(AliasKind kind) {
        var alias = aliases.of(FOOD.id(), USER, kind);
        aliases.forget(FOOD.id(), USER);
        assertThat(aliases.owner(kind, alias)).isEmpty();
    }

    @Test
    void phones_passAFormAndBelongToNobody() throws NumberParseException {
        var library = PhoneNumberUtil.getInstance();
        var seen = new HashSet<String>();
        for (int i = 0; i < 200; i++) {
            var phone = aliases.of(FOOD.id(), new UserId("user-" + i), AliasKind.PHONE);
            assertThat(phone).matches("1[3-9]\\d{9}");
            assertThat(library.isValidNumber(library.parse(phone, "CN"))).isFalse();
            seen.add(phone);
        }
        assertThat(seen).hasSizeGreaterThan(195);
    }

    @Test
    void names_mailboxesAndPlaceholders_haveTheirShapes() {
        assertThat(aliases.of(FOOD.id(), USER, AliasKind.NAME)).matches("\\p{IsHan}{4}");
        assertThat(aliases.of(FOOD.id(), USER, AliasKind.MAILBOX)).matches("u[a-z0-9]{10,16}");
        assertThat(aliases.of(FOOD.id(), USER, AliasKind.NICKNAME)).matches("cloakroom:nickname:[\\w-]{22}");
        assertThat(aliases.of(FOOD.id(), USER, AliasKind.AVATAR)).matches("cloakroom:avatar:[\\w-]{22}");
    }
}
