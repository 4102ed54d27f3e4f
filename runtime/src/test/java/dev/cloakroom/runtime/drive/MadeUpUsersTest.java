package dev.cloakroom.runtime.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeUpUsersTest {

    @TempDir
    private Path folder;

    private Users madeUp(int seed, String scenario) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.json"), scenario.replace('`', '"'));
        return new MadeUpUsers(new Random(seed)).of(file);
    }

    @Test
    void of_everyIdInTheScenario_isAUserOnce() throws IOException {
        Users users = madeUp(
            7,
            "{`user`: `lin`, `steps`: [{`open`: ``, `user`: `mei`}, {`tap`: `#a`, `user`: `lin`}]}"
        );

        assertThat(users.all()).extracting(UserProfile::id).containsExactly("lin", "mei");
    }

    @Test
    void of_nobodyNamed_isAGuestWhoseNumberIsValidAndNewEachTime() throws IOException {
        String phone = String.valueOf(madeUp(7, "{`steps`: []}").first().phone());
        Path file = Files.writeString(
            folder.resolve("users.json"),
            "{`users`: [{`id`: `a`, `phone`: `%s`}]}".formatted(phone).replace('`', '"')
        );

        assertThat(Users.read(file).first().phone()).isEqualTo(phone);
        assertThat(madeUp(8, "{`steps`: []}").first().phone()).isNotEqualTo(phone);
        assertThat(madeUp(8, "{`steps`: []}").first().id()).isEqualTo("guest");
    }
}
