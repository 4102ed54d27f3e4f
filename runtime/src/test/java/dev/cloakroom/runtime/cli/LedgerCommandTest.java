package dev.cloakroom.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.runtime.Host;
import dev.cloakroom.runtime.HostOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    private Path folder;

    private Path data = Path.of("");
    private String printed = "";
    private int hours;

    @BeforeEach
    void fill() throws IOException {
        data = folder.resolve("data");
        append("food-order", "tickets", "food-order", "food-order");
    }

    @Test
    void verify_saysThatTheLedgerIsIntact() {
        assertThat(ledger("verify")).isZero();
        assertThat(printed).startsWith("intact: 4 entries, signed at 2026-11-22T11:00:00Z by key ");
    }

    @Test
    void verify_namesTheDamageAndTheWayOut() throws SQLException {
        try (
            var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("cloakroom.db"));
            var statement = connection.createStatement()
        ) {
            statement.execute("DROP TRIGGER ledger_entry_no_delete");
            statement.execute("DELETE FROM ledger_entry WHERE sequence = 2");
        }
        assertThat(ledger("verify")).isEqualTo(1);
        assertThat(printed).startsWith("DAMAGED: the ledger is damaged (missing at 2): ").contains("restore the store");
    }

    @Test
    void show_filters() {
        assertThat(ledger("show")).isZero();
        assertThat(printed.lines()).hasSize(4);
        assertThat(printed).contains("     1 2026-11-22T08:00:00Z food-order     subject-food-order     uninstalled");
        ledger("show", "--program", "tickets");
        assertThat(printed.lines())
            .hasSize(1)
            .allMatch(line -> line.contains("tickets"));
        ledger("show", "--user", "subject-food-order", "--since", "2026-11-22T10:00:00Z");
        assertThat(printed.lines()).hasSize(2);
        ledger("show", "--kind", "minted");
        assertThat(printed).isEmpty();
        ledger("show", "--json", "--since", "2026-11-22T11:00:00Z");
        assertThat(printed.strip()).isEqualTo(
            """
            {"at":"2026-11-22T11:00:00Z","kind":"uninstalled","program":"food-order","sequence":4,"subject":"subject-food-order"}"""
        );
    }

    @Test
    void proofOfAnEntry_holdsWithoutTheDatabase() throws IOException {
        print("head.json", "head");
        print("key.pem", "key");
        print("proof.json", "prove", "2");
        print("later.json", "prove", "3");

        assertThat(check("proof.json", "head.json")).as(printed).isZero();
        assertThat(printed).startsWith("holds: entry 2 of 4 is {").contains("tickets");
        edit("proof.json", "tickets", "tockets");
        assertThat(check("proof.json", "head.json")).isEqualTo(1);
        assertThat(printed).startsWith("DOES NOT HOLD");
        edit("later.json", "\"sequence\":3,\"size\"", "\"sequence\":4,\"size\"");
        assertThat(check("later.json", "head.json")).isEqualTo(1);
    }

    @Test
    void proofOfGrowth_holdsForTheHeadsOfOneLedger() throws IOException {
        print("former.json", "head");
        append("food-order", "tickets", "food-order");
        print("head.json", "head");
        print("key.pem", "key");
        print("proof.json", "prove", "--from", "4");

        assertThat(check("proof.json", "head.json", "--former-head", file("former.json")))
            .as(printed)
            .isZero();
        assertThat(printed.strip()).isEqualTo("holds: the ledger only grew from 4 to 7");
        assertThat(check("proof.json", "former.json", "--former-head", file("head.json"))).isEqualTo(1);
        edit("former.json", "T11:00:00Z", "T11:00:01Z");
        assertThat(check("proof.json", "head.json", "--former-head", file("former.json"))).isEqualTo(1);
        assertThat(printed).contains("the key did not sign the head of size 4");
    }

    @Test
    void headOfAnotherHost_provesNothing() throws IOException {
        print("head.json", "head");
        print("proof.json", "prove", "2");
        data = folder.resolve("other");
        append("food-order");
        print("key.pem", "key");

        assertThat(check("proof.json", "head.json")).isEqualTo(1);
        assertThat(printed).contains("the key did not sign the head");
    }

    @Test
    void accept_goesOnFromABackup() throws IOException {
        Path store = data.resolve("cloakroom.db");
        Path backup = Files.copy(store, folder.resolve("backup.db"));
        append("food-order");
        Files.copy(backup, store, StandardCopyOption.REPLACE_EXISTING);

        assertThat(ledger("verify")).isEqualTo(1);
        assertThat(printed).contains("rolled back at 4", "cloakroom ledger accept");
        assertThat(ledger("accept")).isZero();
        assertThat(ledger("verify")).isZero();
        ledger("show", "--kind", "store-accepted");
        assertThat(printed).contains("a store of 4 entries, though there were 5");
    }

    @Test
    void badInput_isStatusTwoAndNamesTheFix() throws IOException {
        assertThat(run("ledger", "verify")).isEqualTo(2);
        assertThat(printed).contains("`cloakroom ledger help verify` tells what is possible");
        assertThat(ledger("prove")).isEqualTo(2);
        assertThat(printed).contains("name the sequence of an entry");
        assertThat(ledger("prove", "5")).isEqualTo(2);
        assertThat(printed).contains("no entry 4 among 4");
        assertThat(ledger("prove", "1", "--size", "9")).isEqualTo(2);
        assertThat(printed).contains("the ledger has 4 entries, not 9");
        assertThat(run("ledger", "verify", "--data", folder.toString())).isEqualTo(2);
        assertThat(printed).contains("there is no store in it");
        print("key.pem", "key");
        Files.writeString(folder.resolve("x.json"), "{}");
        assertThat(check("x.json", "x.json")).isEqualTo(2);
        assertThat(printed).contains("x.json: is not a signed head");
    }

    private void append(String... programs) throws IOException {
        for (String program : programs) {
            Clock clock = Clock.fixed(START.plus(Duration.ofHours(hours++)), ZoneOffset.UTC);
            HostOptions options = HostOptions.defaults(folder.resolve("cache")).withClock(clock);
            try (Host host = Host.open(data, _ -> ConsentAnswer.DENY, options)) {
                var subject = new PairwiseSubject("subject-" + program);
                host.api()
                    .ledger()
                    .append(new AuditEvent.Uninstalled(new ProgramId(program), subject));
            }
        }
    }

    private int check(String proof, String head, String... more) {
        var args = new ArrayList<>(List.of("ledger", "verify", "--proof", file(proof), "--head", file(head)));
        args.addAll(List.of("--key", file("key.pem")));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void print(String name, String... args) throws IOException {
        assertThat(ledger(args)).as(printed).isZero();
        Files.writeString(folder.resolve(name), printed);
    }

    private void edit(String name, String from, String to) throws IOException {
        String before = Files.readString(folder.resolve(name));
        assertThat(before).contains(from);
        Files.writeString(folder.resolve(name), before.replace(from, to));
    }

    private int ledger(String... args) {
        var all = new ArrayList<>(List.of("ledger", args[0], "--data", data.toString()));
        all.addAll(List.of(args).subList(1, args.length));
        return run(all.toArray(String[]::new));
    }

    private int run(String... args) {
        var out = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(out), args);
        printed = out.toString();
        return status;
    }
}
