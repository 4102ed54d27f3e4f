package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.ProgramCredentials;
import dev.cloakroom.host.token.AccessToken;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.PersonalValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants a random number, runs everything, and looks for it and for every secret in every byte that was kept. */
class SecrecyTest {

    @TempDir
    Path directory;

    @Test
    void store_holdsNoValueTokenCodeOrSecretInTheClear() throws IOException {
        var seed = new Random().nextLong();
        var national = "138" + String.format(Locale.ROOT, "%08d", new Random(seed).nextInt(100_000_000));
        try (var fixture = new HostFixture(directory)) {
            fixture.host.vault().ownerView(USER).put(Field.PHONE, national);
            fixture.prompter.answer(ConsentAnswer.ALLOW);
            var token = fixture.granted().code();
            var credentials = fixture.host.programs().register(FOOD);
            var program = fixture.host.programs().authenticate(FOOD.id(), credentials.secret()).orElseThrow();
            var code = fixture.host.logins().issue(FOOD.id(), USER);
            var unused = fixture.host.logins().issue(FOOD.id(), USER);
            var subject = fixture.host.logins().exchange(program, code).orElseThrow();
            fixture.host.redeemer().redeem(program, HostFixture.redemption(token));
            assertThat(fixture.sent).containsExactly("+86" + national + ": Your soup is ready");

            var kept = everyByte();
            assertThat(kept).as("the search finds what is there").contains(subject.value());
            for (var planted : encodings(national)) {
                assertThat(kept.contains(planted)).as("`%s` of seed %d", planted, seed).isFalse();
            }
            for (var secret : List.of(token, credentials.secret(), code, unused)) {
                assertThat(kept.contains(secret)).isFalse();
                assertThat(kept.contains(latin1(Base64.getUrlDecoder().decode(secret)))).isFalse();
            }
        }
    }

    @Test
    void ledger_holdsNoUserId() {
        try (var fixture = new HostFixture(directory)) {
            fixture.prompter.answer(ConsentAnswer.ALLOW);
            fixture.redeem(fixture.granted().code());
            fixture.host.broker().uninstall(FOOD.id(), USER);
            assertThat(fixture.host.ledger().entries()).hasSizeGreaterThan(5);
            assertThat(fixture.host.ledger().entries()).noneMatch(entry -> entry.json().contains(USER.value()));
        }
    }

    @Test
    void secrets_printAsNothing() {
        assertThat(PersonalValue.of("13812345678")).hasToString("PersonalValue");
        assertThat(new AccessToken("secret")).hasToString("AccessToken");
        assertThat(new ProgramCredentials(FOOD.id(), "secret")).hasToString("ProgramCredentials[food-order]");
        assertThat(HostFixture.redemption("secret")).hasToString("RedemptionRequest");
    }

    private String everyByte() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(latin1(Files.readAllBytes(file)));
            }
        }
        return all.toString();
    }

    private static List<String> encodings(String national) {
        var found = new ArrayList<String>();
        for (var form : List.of(national, "+86" + national, "86" + national)) {
            var bytes = form.getBytes(StandardCharsets.US_ASCII);
            found.add(form);
            found.add(new StringBuilder(form).reverse().toString());
            found.add(Base64.getEncoder().encodeToString(bytes).replace("=", ""));
            found.add(HexFormat.of().formatHex(bytes));
            found.add(HexFormat.of().withUpperCase().formatHex(bytes));
            found.add(latin1(form.getBytes(StandardCharsets.UTF_16LE)));
            found.add(latin1(form.getBytes(StandardCharsets.UTF_16BE)));
            found.add(form.replace("+", "%2B"));
        }
        found.add(national.substring(3));
        found.add(national.substring(0, 3) + " " + national.substring(3, 7) + " " + national.substring(7));
        found.add(national.substring(0, 3) + "-" + national.substring(3, 7) + "-" + national.substring(7));
        found.add(Long.toHexString(Long.parseLong(national)));
        return found;
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
