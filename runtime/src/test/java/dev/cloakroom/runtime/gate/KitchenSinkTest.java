package dev.cloakroom.runtime.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.vault.Field;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.drive.HostReport.Outcome;
import dev.cloakroom.runtime.leak.Encodings;
import dev.cloakroom.runtime.leak.PlantedValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that asks for everything, gets everything that it can get, and passes it on wherever it can. */
class KitchenSinkTest {

    private static final long SEED = Long.getLong("cloakroom.seed", System.nanoTime());
    private static final Path PROGRAM = Path.of("src", "test", "programs", "kitchen-sink");
    private static final int CATEGORIES = 19;

    /** What the pictures of the scenario say beside their pixels. */
    private static final List<PlantedValue> PICTURES = List.of(
        new PlantedValue("picture.place", "31.234567N 121.456789E"),
        new PlantedValue("picture.device", "Moonlit Otter Phone 4711")
    );

    @TempDir
    private static Path cache;

    @Test
    void programThatIsAllowedEverything_seesNoValueInAnyEncoding() throws IOException {
        Played played = Played.of(
            PROGRAM,
            Samples.scenario(PROGRAM, "everything.json"),
            HostOptions.defaults(cache),
            new Random(SEED),
            PICTURES
        );

        String view = played.report().thirdPartyView().toString();
        assertThat(played.report().toJson().at("/host/scenario/outcome").asText())
            .as(() -> played.report().toJson().at("/host/scenario").toPrettyString())
            .isEqualTo(Outcome.PASSED.name().toLowerCase(Locale.ROOT));
        assertThat(played.leaks())
            .as(() -> told(played, view))
            .isEmpty();
        recipientsGotTheValues(played);
        assertThat(latin("picture.jpg")).contains("31.234567N 121.456789E", "Moonlit Otter Phone 4711");
        assertThat(latin("picture.png")).contains("31.234567N 121.456789E", "Moonlit Otter Phone 4711");
        assertThat(scopesAllowed(played)).isGreaterThanOrEqualTo(CATEGORIES);
        System.out.println("kitchen sink: 0 leaks, " + told(played, view));
    }

    /** Otherwise it would be no wonder that nobody else saw them. */
    private static void recipientsGotTheValues(Played played) {
        var lin = played.users().first();
        assertThat(played.sinkNumbers()).containsExactly(played.phone());
        assertThat(played.sink("call")).containsExactly(played.phone());
        assertThat(played.sink("mail")).containsExactly(lin.email());
        assertThat(played.sink("notice")).containsExactly(lin.id());
        assertThat(played.sink("delivery"))
            .singleElement()
            .asString()
            .contains(lin.name(), Objects.requireNonNull(lin.address()).street());
        assertThat(String.join(" ", played.sink("value"))).contains(
            Stream.of(Field.INVOICE_TITLE, Field.CONTACT, Field.LICENSE_PLATE, Field.BANK_ACCOUNT, Field.TRANSACTIONS)
                .map(lin.more()::get)
                .toArray(String[]::new)
        );
    }

    private static String latin(String picture) throws IOException {
        return Files.readString(PROGRAM.resolve("scenarios").resolve(picture), StandardCharsets.ISO_8859_1);
    }

    /** What the zero was counted over. */
    private static String told(Played played, String view) {
        int bytes = view.getBytes(StandardCharsets.UTF_8).length;
        int values = played.users().planted().size();
        int encodings = Encodings.ALL.size();
        return "%d bytes x %d values x %d encodings, %d files of the store, -Dcloakroom.seed=%d".formatted(
            bytes,
            values,
            encodings,
            played.stored(),
            SEED
        );
    }

    private static long scopesAllowed(Played played) {
        return played.report().toJson().at("/host/consents").findValuesAsText("scope").stream().distinct().count();
    }
}
