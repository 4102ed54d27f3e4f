package dev.cloakroom.runtime.drive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.host.vault.BankAccount;
import dev.cloakroom.host.vault.Contact;
import dev.cloakroom.host.vault.DailySteps;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.GeoPoint;
import dev.cloakroom.host.vault.InvoiceTitle;
import dev.cloakroom.host.vault.PaymentInstrument;
import dev.cloakroom.host.vault.TransactionHistory;
import dev.cloakroom.runtime.input.JsonFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** People for a scenario whose users nobody described: every value is new each time, so that a leak of one is no chance. */
public final class MadeUpUsers {

    private static final String NOBODY = "guest";
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz";

    private final RandomGenerator random;

    public MadeUpUsers(RandomGenerator random) {
        this.random = random;
    }

    /** A user for each id that the scenario in {@code file} names; one {@code guest} when it names none. */
    public Users of(Path file) {
        JsonNode root = JsonFiles.read(file).root();
        Set<String> ids = new LinkedHashSet<>();
        add(ids, root.path("user"));
        root.path("steps").forEach(step -> add(ids, step.path("user")));
        if (ids.isEmpty()) {
            ids.add(NOBODY);
        }
        return new Users(ids.stream().map(this::user).toList());
    }

    /** One {@code guest}. */
    public Users guest() {
        return new Users(List.of(user(NOBODY)));
    }

    private static void add(Set<String> ids, JsonNode id) {
        if (id.isTextual() && !id.asText().isBlank()) {
            ids.add(id.asText());
        }
    }

    private UserProfile user(String id) {
        String name = word();
        return new UserProfile(
            id,
            name + " " + word(),
            "+86138%08d".formatted(random.nextInt(100_000_000)),
            name + "." + word() + "@example.com",
            new UserProfile.Address(
                "Shanghai",
                "Shanghai",
                "Xuhui",
                word() + " Road " + (10 + random.nextInt(900)),
                null,
                null
            ),
            more(),
            Set.of()
        );
    }

    private Map<Field, String> more() {
        Map<Field, String> more = new EnumMap<>(Field.class);
        more.put(Field.NICKNAME, word());
        more.put(Field.AVATAR, "https://pictures.example/" + word() + ".png");
        more.put(Field.GENDER, "female");
        more.put(Field.OCCUPATION, word() + " maker");
        more.put(Field.BIRTH_DATE, LocalDate.of(1950, 1, 1).plusDays(random.nextInt(18_000)).toString());
        more.put(Field.LICENSE_PLATE, "沪" + word());
        more.put(Field.LOCATION, new GeoPoint(degrees(31), degrees(121)).toJson());
        more.put(Field.STEPS, new DailySteps(List.of(new DailySteps.Day(0, random.nextInt(20_000)))).toJson());
        more.put(Field.INVOICE_TITLE, invoiceTitle().toJson());
        more.put(Field.CONTACT, new Contact(word() + " " + word(), number("139")).toJson());
        more.put(
            Field.PAYMENT_INSTRUMENT,
            new PaymentInstrument("demo-pay", "pi-" + word(), "Card " + word()).toJson()
        );
        more.put(Field.BANK_ACCOUNT, new BankAccount(word(), "Bank of " + word(), number("62284800")).toJson());
        more.put(Field.TRANSACTIONS, new TransactionHistory(List.of(payment())).toJson());
        return more;
    }

    private InvoiceTitle invoiceTitle() {
        return new InvoiceTitle(
            "0",
            word() + " Trading",
            number("9131"),
            word() + " Lane",
            number("021"),
            word(),
            number("31")
        );
    }

    private TransactionHistory.Transaction payment() {
        return new TransactionHistory.Transaction(0, word() + " Teahouse", random.nextInt(100_000), "CNY");
    }

    private String number(String start) {
        return start + "%08d".formatted(random.nextInt(100_000_000));
    }

    /** With six places after the point: what is told of a place has fewer. */
    private double degrees(int whole) {
        return Math.round(whole * 1e6 + 100_001 + random.nextInt(800_000)) / 1e6;
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
