package dev.cloakroom.host.storage.postgres;

import dev.cloakroom.host.error.BrokerException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Where the database is, and who the host is there.
 *
 * @param url as in <a href="https://jdbc.postgresql.org/documentation/use/">pgJDBC</a>, such as
 *     {@code jdbc:postgresql://db.example.com/cloakroom?sslmode=verify-full&user=cloakroom}; no password in it
 * @param password asked for each new connection; where it gives none, pgJDBC looks into the password file
 *     ({@code PGPASSFILE}) and for a client certificate
 */
public record PostgresSettings(String url, Supplier<Optional<String>> password) {
    private static final String SCHEME = "jdbc:postgresql:";
    private static final Pattern SECRET_PARAMETER = Pattern.compile("[?&](ssl)?pass[^=&]*=");

    public PostgresSettings {
        if (!url.startsWith(SCHEME)) {
            throw new BrokerException("the address of the store must start with `" + SCHEME + "`");
        }
        if (SECRET_PARAMETER.matcher(url.toLowerCase(Locale.ROOT)).find()) {
            throw new BrokerException(
                "the address of the store must not contain a password, since addresses end up in logs: give it apart"
            );
        }
    }

    /** Without a password from here. */
    public PostgresSettings(String url) {
        this(url, Optional::empty);
    }

    @Override
    public String toString() {
        return "PostgresSettings";
    }
}
