package dev.cloakroom.runtime.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.leak.PlantedValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {

    @TempDir
    private Path folder;

    private Users read(String users) throws IOException {
        return Users.read(
            Files.writeString(
                folder.resolve("users.json"),
                "{`users`: [".replace('`', '"') + users.replace('`', '"') + "]}"
            )
        );
    }

    @Test
    void read_wholeUser_keepsAllValues() throws IOException {
        Users users = read(
            """
            {`id`: `lin`, `name`: `Lin Yue`, `phone`: `13800138000`, `email`: `lin@example.com`,
             `address`: {`province`: `Shanghai`, `city`: `Shanghai`, `county`: `Xuhui`, `street`: `Lantern Road 18`, `detail`: `room 502`, `postalCode`: `200030`}},
            {`id`: `mei`}
            """
        );
        UserProfile.Address address = new UserProfile.Address(
            "Shanghai",
            "Shanghai",
            "Xuhui",
            "Lantern Road 18",
            "room 502",
            "200030"
        );
        assertThat(users.first()).isEqualTo(
            new UserProfile("lin", "Lin Yue", "+8613800138000", "lin@example.com", address)
        );
        assertThat(users.find("mei")).contains(new UserProfile("mei", null, null, null, null));
        assertThat(users.find("ann")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000,+8613800138000",
        "138 0013 8000,+8613800138000",
        "+86 138-0013-8000,+8613800138000",
        "008613800138000,+8613800138000",
        "+14155552671,+14155552671",
    })
    void read_phoneInAnyForm_isE164(String written, String expected) throws IOException {
        assertThat(
            read("{`id`: `lin`, `phone`: `" + written + "`}")
                .first()
                .phone()
        ).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "1380013800",
            "138001380001",
            "+999123456789",
            "10086x",
            "call me",
            "+1415555",
            "1-380-013-CALL",
            "13800138000x5",
        }
    )
    void read_wrongPhone_isRefusedWithoutBeingRepeated(String phone) {
        assertThatThrownBy(() -> read("\n{`id`: `lin`, `phone`: `" + phone + "`}"))
            .isInstanceOf(BadInput.class)
            .hasMessageContaining("users.json:2:15: `phone` is not a valid number")
            .hasMessageNotContaining(phone)
            .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\'',
        textBlock = """
        {}                                                      | `users[0].id` is missing
        {`id`: `Lin Yue`}                                       | must be a handle such as `lin`
        {`id`: `13800138000`}                                   | must be a handle such as `lin`
        {`id`: `a`}, {`id`: `a`}                                | `a` is already the `id` of another user
        {`id`: `a`, `email`: `b`}                               | must be an e-mail address
        {`id`: `a`, `age`: 3}                                   | `users[0].age` is not known here
        {`id`: `a`, `address`: {}}                              | `users[0].address` must not be empty
        {`id`: `a`, `address`: {`region`: `b`, `province`: `c`}}| `province` is another name of `region`
        """
    )
    void read_wrongUser_isRefusedWithThePlace(String users, String message) {
        assertThatThrownBy(() -> read(users))
            .isInstanceOf(BadInput.class)
            .hasMessageContaining(message)
            .hasMessageContaining("users.json:1:");
    }

    @Test
    void planted_areTheValuesThatChanceDoesNotFind() throws IOException {
        Users users = read(
            "{`id`: `lin`, `name`: `Lin`, `phone`: `13800138000`, `email`: `lin@example.com`, `address`: {`city`: `Shanghai`, `street`: `Lantern Road 18`}}"
        );
        assertThat(users.planted()).containsExactly(
            new PlantedValue("lin.phone", "+8613800138000"),
            new PlantedValue("lin.email", "lin@example.com"),
            new PlantedValue("lin.address.street", "Lantern Road 18")
        );
    }

    @Test
    void toString_tellsNothing() throws IOException {
        Users users = read(
            "{`id`: `lin`, `name`: `Lin Yue`, `phone`: `13800138000`, `address`: {`street`: `Lantern Road 18`}}"
        );
        assertThat(users.toString()).contains("lin").doesNotContain("Yue", "138", "Lantern");
        assertThat(users.first().address()).asString().doesNotContain("Lantern");
    }
}
