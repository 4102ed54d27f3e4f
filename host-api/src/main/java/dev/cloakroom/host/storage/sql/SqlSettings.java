package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.settings.Audience;
import dev.cloakroom.host.settings.Block;
import dev.cloakroom.host.settings.SettingsStore;
import dev.cloakroom.host.transaction.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables {@code privacy_audience}, {@code location_off}, {@code privacy_block} and {@code value_choice}. */
record SqlSettings(Sql sql, Transactions transactions) implements SettingsStore {
    @Override
    public Map<Scope, Audience> audiences(UserId user) {
        return sql
            .list("SELECT * FROM privacy_audience WHERE user_id = ?", SqlSettings::audience, user.value())
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<Scope, Audience> audience(ResultSet row) throws SQLException {
        return Map.entry(Columns.scope(row), audience(row.getString("audience"), row.getString("programs")));
    }

    private static Audience audience(String name, String programs) {
        return switch (name) {
            case "NOBODY" -> new Audience.Nobody();
            case "CHOSEN_PROGRAMS" -> new Audience.ChosenPrograms(JsonColumns.programs(programs));
            case "ANY_PROGRAM" -> new Audience.AnyProgram();
            case "FRIENDS" -> new Audience.Friends();
            case "EVERYONE" -> new Audience.Everyone();
            default -> throw new BrokerException("unknown audience `" + name + "` in the store");
        };
    }

    @Override
    public void saveAudience(UserId user, Scope scope, Audience audience) {
        sql.update(
            """
            INSERT INTO privacy_audience (user_id, scope, audience, programs) VALUES (?, ?, ?, ?)
            ON CONFLICT (user_id, scope) DO UPDATE SET audience = excluded.audience, programs = excluded.programs""",
            user.value(),
            scope.name(),
            name(audience),
            JsonColumns.programs(audience instanceof Audience.ChosenPrograms(var programs) ? programs : Set.of())
        );
    }

    private static String name(Audience audience) {
        return switch (audience) {
            case Audience.Nobody _ -> "NOBODY";
            case Audience.ChosenPrograms _ -> "CHOSEN_PROGRAMS";
            case Audience.AnyProgram _ -> "ANY_PROGRAM";
            case Audience.Friends _ -> "FRIENDS";
            case Audience.Everyone _ -> "EVERYONE";
        };
    }

    @Override
    public boolean locationOff(UserId user) {
        return sql.one("SELECT 1 FROM location_off WHERE user_id = ?", _ -> true, user.value()).isPresent();
    }

    @Override
    public void saveLocationOff(UserId user, boolean off) {
        sql.update(
            off
                ? "INSERT INTO location_off (user_id) VALUES (?) ON CONFLICT (user_id) DO NOTHING"
                : "DELETE FROM location_off WHERE user_id = ?",
            user.value()
        );
    }

    @Override
    public Set<Block> blocks(UserId user) {
        return Set.copyOf(sql.list("SELECT * FROM privacy_block WHERE user_id = ?", SqlSettings::block, user.value()));
    }

    private static Block block(ResultSet row) throws SQLException {
        var purpose = Optional.of(row.getString("purpose")).filter(text -> !text.isEmpty());
        return new Block(new ProgramId(row.getString("program_id")), Columns.scope(row), purpose);
    }

    @Override
    public void addBlock(UserId user, Block block) {
        sql.update(
            """
            INSERT INTO privacy_block (user_id, program_id, scope, purpose) VALUES (?, ?, ?, ?)
            ON CONFLICT (user_id, program_id, scope, purpose) DO NOTHING""",
            user.value(),
            block.program().value(),
            block.scope().name(),
            block.purpose().orElse("")
        );
    }

    @Override
    public void removeBlock(UserId user, Block block) {
        sql.update(
            "DELETE FROM privacy_block WHERE user_id = ? AND program_id = ? AND scope = ? AND purpose = ?",
            user.value(),
            block.program().value(),
            block.scope().name(),
            block.purpose().orElse("")
        );
    }

    @Override
    public Optional<String> choice(UserId user, ProgramId program, Scope scope) {
        return sql.one(
            "SELECT label FROM value_choice WHERE user_id = ? AND program_id = ? AND scope = ?",
            row -> row.getString("label"),
            user.value(),
            program.value(),
            scope.name()
        );
    }

    @Override
    public void saveChoice(UserId user, ProgramId program, Scope scope, String label) {
        sql.update(
            """
            INSERT INTO value_choice (user_id, program_id, scope, label) VALUES (?, ?, ?, ?)
            ON CONFLICT (user_id, program_id, scope) DO UPDATE SET label = excluded.label""",
            user.value(),
            program.value(),
            scope.name(),
            label
        );
    }

    @Override
    public void deleteAll(UserId user) {
        transactions.inTransaction(() -> {
            List.of("privacy_audience", "location_off", "privacy_block", "value_choice").forEach(table ->
                sql.update("DELETE FROM " + table + " WHERE user_id = ?", user.value())
            );
            return true;
        });
    }
}
