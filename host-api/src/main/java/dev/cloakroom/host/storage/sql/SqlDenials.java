package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.consent.DenialStore;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The table {@code consent_denial}. */
record SqlDenials(Sql sql) implements DenialStore {
    @Override
    public Optional<Denial> find(UserId user, ProgramId program, Scope scope) {
        return sql.one(
            "SELECT denials, not_before FROM consent_denial WHERE user_id = ? AND program_id = ? AND scope = ?",
            SqlDenials::denial,
            user.value(),
            program.value(),
            scope.name()
        );
    }

    private static Denial denial(ResultSet row) throws SQLException {
        var notBefore = row.getLong("not_before");
        var never = row.wasNull();
        return new Denial(
            row.getInt("denials"),
            never ? Optional.empty() : Optional.of(Instant.ofEpochMilli(notBefore))
        );
    }

    @Override
    public void save(UserId user, ProgramId program, Scope scope, Denial denial) {
        sql.update(
            """
            INSERT INTO consent_denial (user_id, program_id, scope, denials, not_before) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (user_id, program_id, scope)
                DO UPDATE SET denials = excluded.denials, not_before = excluded.not_before""",
            user.value(),
            program.value(),
            scope.name(),
            denial.count(),
            denial.notBefore().orElse(null)
        );
    }

    @Override
    public void delete(UserId user, ProgramId program, Scope scope) {
        sql.update(
            "DELETE FROM consent_denial WHERE user_id = ? AND program_id = ? AND scope = ?",
            user.value(),
            program.value(),
            scope.name()
        );
    }

    @Override
    public void deleteAll(UserId user, ProgramId program) {
        sql.update("DELETE FROM consent_denial WHERE user_id = ? AND program_id = ?", user.value(), program.value());
    }

    @Override
    public void deleteAll(UserId user) {
        sql.update("DELETE FROM consent_denial WHERE user_id = ?", user.value());
    }
}
