package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.error.BrokerException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prepared statements with positional arguments; instants go in as milliseconds and flags as 0 and 1. */
final class Sql {

    private final SqlTransactions transactions;

    Sql(SqlTransactions transactions) {
        this.transactions = transactions;
    }

    /** The number of rows that changed. */
    int update(String sql, @Nullable Object... arguments) {
        return transactions.writing(connection -> {
            try (var statement = prepare(connection, sql, arguments)) {
                return statement.executeUpdate();
            }
        });
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... arguments) {
        return transactions.with(connection -> rows(connection, sql, row, arguments));
    }

    <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... arguments) {
        return list(sql, row, arguments).stream().findFirst();
    }

    /** For a statement that writes and tells of a row what it then has. */
    <T> Optional<T> returning(String sql, Row<T> row, @Nullable Object... arguments) {
        return transactions
            .writing(connection -> rows(connection, sql, row, arguments))
            .stream()
            .findFirst();
    }

    private static <T> List<T> rows(Connection connection, String sql, Row<T> row, @Nullable Object... arguments)
        throws SQLException {
        try (var statement = prepare(connection, sql, arguments); var rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... arguments)
        throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, column(arguments[i]));
        }
        return statement;
    }

    private static @Nullable Object column(@Nullable Object argument) {
        return switch (argument) {
            case Instant instant -> instant.toEpochMilli();
            case Boolean flag -> flag ? 1 : 0;
            case Enum<?> name -> name.name();
            case String text -> storable(text);
            case null, default -> argument;
        };
    }

    /** What PostgreSQL refuses, and what no engine gives back as it was. */
    private static String storable(String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new BrokerException(
                "a text with a NUL or half a character cannot be stored: refuse it where it comes in"
            );
        }
        return text;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
