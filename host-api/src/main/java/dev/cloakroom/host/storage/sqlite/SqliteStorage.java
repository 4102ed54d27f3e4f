package dev.cloakroom.host.storage.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import dev.cloakroom.host.audit.AuditStore;
import dev.cloakroom.host.consent.ConsentReceiptStore;
import dev.cloakroom.host.grant.GrantStore;
import dev.cloakroom.host.identity.LoginCodeStore;
import dev.cloakroom.host.identity.PairwiseSubjectStore;
import dev.cloakroom.host.identity.ProgramStore;
import dev.cloakroom.host.identity.ProgramTokenStore;
import dev.cloakroom.host.identity.UsedProofStore;
import dev.cloakroom.host.redeem.RedemptionStore;
import dev.cloakroom.host.storage.Storage;
import dev.cloakroom.host.token.TokenStore;
import dev.cloakroom.host.transaction.Transactions;
import dev.cloakroom.host.vault.VaultStore;
import java.nio.file.Path;

/** The broker's stores in one SQLite file, which several processes may have open. */
public final class SqliteStorage implements Storage {

    private final HikariDataSource pool;
    private final SqliteTransactions transactions;
    private final Sql sql;

    private SqliteStorage(HikariDataSource pool) {
        this.pool = pool;
        this.transactions = new SqliteTransactions(pool);
        this.sql = new Sql(transactions);
    }

    /**
     * Opens the store in {@code directory}, making both at first; the directory is made for its owner only.
     *
     * @throws dev.cloakroom.host.error.BrokerException when it cannot be opened, or a newer version wrote it
     */
    public static SqliteStorage open(Path directory) {
        return new SqliteStorage(Database.open(directory));
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public ProgramStore programs() {
        return new SqliteIdentity.Programs(sql);
    }

    @Override
    public ProgramTokenStore programTokens() {
        return new SqliteCredentials.ProgramTokens(sql);
    }

    @Override
    public UsedProofStore usedProofs() {
        return new SqliteCredentials.UsedProofs(sql);
    }

    @Override
    public PairwiseSubjectStore subjects() {
        return new SqliteIdentity.Subjects(sql);
    }

    @Override
    public LoginCodeStore loginCodes() {
        return new SqliteIdentity.LoginCodes(sql);
    }

    @Override
    public AuditStore audit() {
        return new SqliteAudit(sql);
    }

    @Override
    public ConsentReceiptStore receipts() {
        return new SqliteConsent(sql);
    }

    @Override
    public GrantStore grants() {
        return new SqliteGrants(sql, transactions);
    }

    @Override
    public TokenStore tokens() {
        return new SqliteTokens(sql);
    }

    @Override
    public RedemptionStore redemptions() {
        return new SqliteRedemptions(sql);
    }

    @Override
    public VaultStore vault() {
        return new SqliteVault(sql, transactions);
    }

    @Override
    public void close() {
        pool.close();
    }
}
