package dev.cloakroom.host.storage.sql;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The migrations: {@code db/migration} is SQL that all engines take, {@code db/<engine>} what one of them adds. */
public final class Schema {

    private Schema() {}

    /**
     * Brings the database to this version's schema; of several processes one does it, and the others wait.
     *
     * @throws org.flywaydb.core.api.FlywayException when it cannot, or a newer version wrote the schema
     */
    public static void migrate(DataSource database, String engine) {
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(database)
            .locations("classpath:db/migration", "classpath:db/" + engine)
            .javaMigrations(new LedgerRebuild())
            .ignoreMigrationPatterns(new String[0])
            .load()
            .migrate();
    }
}
