package dev.cloakroom.host.storage.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** What an engine does its own way. */
public interface Engine {
    /**
     * Begins a transaction on a connection that is out of auto-commit: when this returns, no other transaction of any
     * process writes until this one ends, and every statement sees what those before it committed.
     */
    void begin(Connection connection) throws SQLException;

    /** Called when a transaction is durable and its connection is free; must not throw. */
    default void committed() {}

    /** See {@link dev.cloakroom.host.vault.VaultStore#scrub}. */
    default void scrub() {}

    /** What would mend the failure, for the host's log; nothing of the statement's arguments is in it. */
    String fix(SQLException failure);
}
