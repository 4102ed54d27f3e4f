package dev.cloakroom.host.storage.sql;

import com.zaxxer.hikari.HikariDataSource;
import dev.cloakroom.host.alias.AliasStore;
import dev.cloakroom.host.audit.AuditStore;
import dev.cloakroom.host.consent.ConsentReceiptStore;
import dev.cloakroom.host.consent.DenialStore;
import dev.cloakroom.host.delivery.DeliveryStore;
import dev.cloakroom.host.grant.GrantStore;
import dev.cloakroom.host.identity.LoginCodeStore;
import dev.cloakroom.host.identity.PairwiseSubjectStore;
import dev.cloakroom.host.identity.ProgramStore;
import dev.cloakroom.host.identity.ProgramTokenStore;
import dev.cloakroom.host.identity.UsedProofStore;
import dev.cloakroom.host.payment.OrderStore;
import dev.cloakroom.host.redeem.RedemptionStore;
import dev.cloakroom.host.settings.SettingsStore;
import dev.cloakroom.host.storage.Storage;
import dev.cloakroom.host.token.TokenStore;
import dev.cloakroom.host.transaction.Transactions;
import dev.cloakroom.host.vault.VaultStore;

/** Every store of the broker over one pool of connections. An engine opens the pool, and migrates the schema first. */
public abstract class SqlStorage implements Storage {

    private final HikariDataSource pool;
    private final SqlTransactions transactions;
    private final Sql sql;

    protected SqlStorage(HikariDataSource pool, Engine engine) {
        this.pool = pool;
        this.transactions = new SqlTransactions(pool, engine);
        this.sql = new Sql(transactions);
    }

    @Override
    public final Transactions transactions() {
        return transactions;
    }

    @Override
    public final ProgramStore programs() {
        return new SqlIdentity.Programs(sql);
    }

    @Override
    public final ProgramTokenStore programTokens() {
        return new SqlCredentials.ProgramTokens(sql);
    }

    @Override
    public final UsedProofStore usedProofs() {
        return new SqlCredentials.UsedProofs(sql);
    }

    @Override
    public final PairwiseSubjectStore subjects() {
        return new SqlIdentity.Subjects(sql);
    }

    @Override
    public final LoginCodeStore loginCodes() {
        return new SqlIdentity.LoginCodes(sql);
    }

    @Override
    public final AuditStore audit() {
        return new SqlAudit(sql);
    }

    @Override
    public final ConsentReceiptStore receipts() {
        return new SqlConsent(sql);
    }

    @Override
    public final DenialStore denials() {
        return new SqlDenials(sql);
    }

    @Override
    public final AliasStore aliases() {
        return new SqlAliases(sql);
    }

    @Override
    public final SettingsStore settings() {
        return new SqlSettings(sql, transactions);
    }

    @Override
    public final GrantStore grants() {
        return new SqlGrants(sql, transactions);
    }

    @Override
    public final TokenStore tokens() {
        return new SqlTokens(sql);
    }

    @Override
    public final RedemptionStore redemptions() {
        return new SqlRedemptions(sql);
    }

    @Override
    public final DeliveryStore deliveries() {
        return new SqlDeliveries(sql);
    }

    @Override
    public final OrderStore orders() {
        return new SqlOrders(sql);
    }

    @Override
    public final VaultStore vault() {
        return new SqlVault(sql, transactions);
    }

    @Override
    public final void close() {
        pool.close();
    }
}
