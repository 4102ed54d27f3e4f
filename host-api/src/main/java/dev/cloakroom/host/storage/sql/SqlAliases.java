package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.alias.AliasOwner;
import dev.cloakroom.host.alias.AliasStore;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.AliasKind;
import java.util.Optional;

/** The table {@code alias}. */
record SqlAliases(Sql sql) implements AliasStore {
    /** The update changes nothing, but makes the statement return the row that another caller inserted. */
    @Override
    public String findOrInsert(ProgramId program, UserId user, AliasKind kind, String candidate) {
        return sql
            .returning(
                """
                INSERT INTO alias (program_id, user_id, kind, alias) VALUES (?, ?, ?, ?)
                ON CONFLICT (program_id, user_id, kind) DO UPDATE SET alias = alias.alias
                RETURNING alias""",
                row -> row.getString("alias"),
                program.value(),
                user.value(),
                kind,
                candidate
            )
            .orElseThrow();
    }

    @Override
    public Optional<AliasOwner> findOwner(AliasKind kind, String alias) {
        return sql.one(
            "SELECT program_id, user_id FROM alias WHERE kind = ? AND alias = ?",
            row -> new AliasOwner(new ProgramId(row.getString("program_id")), new UserId(row.getString("user_id"))),
            kind,
            alias
        );
    }

    @Override
    public void delete(ProgramId program, UserId user) {
        sql.update("DELETE FROM alias WHERE program_id = ? AND user_id = ?", program.value(), user.value());
    }

    @Override
    public void deleteAll(UserId user) {
        sql.update("DELETE FROM alias WHERE user_id = ?", user.value());
    }
}
