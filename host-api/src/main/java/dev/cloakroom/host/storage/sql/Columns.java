package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.Term;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What several tables read alike. */
final class Columns {

    private Columns() {}

    static Scope scope(ResultSet row) throws SQLException {
        var name = row.getString("scope");
        return ScopeCatalog.find(name).orElseThrow(() ->
            new BrokerException("unknown scope `" + name + "` in the store")
        );
    }

    /** A row of {@code access_grant}, its id as {@code grant_id}. */
    static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
            row.getString("grant_id"),
            new UserId(row.getString("user_id")),
            new ProgramId(row.getString("program_id")),
            scope(row),
            row.getString("purpose"),
            JsonColumns.recipients(row.getString("recipients")),
            term(row),
            JsonColumns.texts(row.getString("parameters")),
            row.getString("label"),
            Optional.ofNullable(row.getString("receipt_id")),
            Sql.instant(row, "granted_at")
        );
    }

    static String term(Term term) {
        return switch (term) {
            case Term.Once _ -> "ONCE";
            case Term.Session _ -> "SESSION";
            case Term.Until _ -> "UNTIL";
            case Term.UntilRevoked _ -> "UNTIL_REVOKED";
        };
    }

    private static Term term(ResultSet row) throws SQLException {
        var name = row.getString("term");
        return switch (name) {
            case "ONCE" -> new Term.Once();
            case "SESSION" -> new Term.Session(row.getString("session_id"));
            case "UNTIL" -> new Term.Until(Sql.instant(row, "ends_at"));
            case "UNTIL_REVOKED" -> new Term.UntilRevoked();
            default -> throw new BrokerException("unknown term `" + name + "` in the store");
        };
    }
}
