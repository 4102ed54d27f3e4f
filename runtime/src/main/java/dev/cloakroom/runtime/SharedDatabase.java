package dev.cloakroom.runtime;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A PostgreSQL database that any number of hosts may use at once.
 *
 * @param url as in <a href="https://jdbc.postgresql.org/documentation/use/">pgJDBC</a>, such as
 *     {@code jdbc:postgresql://db.example.com/cloakroom?sslmode=verify-full&user=cloakroom}; no password in it
 * @param password asked for each new connection; where it gives none, the password file ({@code PGPASSFILE}) is read
 */
public record SharedDatabase(String url, Supplier<Optional<String>> password) {
    @Override
    public String toString() {
        return "SharedDatabase";
    }
}
