package dev.cloakroom.host;

import dev.cloakroom.host.alias.AliasStore;
import dev.cloakroom.host.audit.AuditEntry;
import dev.cloakroom.host.audit.AuditStore;
import dev.cloakroom.host.consent.ConsentReceiptStore;
import dev.cloakroom.host.consent.DenialStore;
import dev.cloakroom.host.delivery.DeliveryStore;
import dev.cloakroom.host.error.BrokerException;
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

/** A storage whose ledger refuses the kinds of entry that a test names. */
final class WrappedStorage implements Storage {

    volatile String refusedKind = "none";
    private final Storage real;

    WrappedStorage(Storage real) {
        this.real = real;
    }

    @Override
    public AuditStore audit() {
        return new WrappedAudit(real.audit(), this::refuse);
    }

    private void refuse(AuditEntry entry) {
        if (entry.kind().equals(refusedKind)) {
            throw new BrokerException("the disk is full");
        }
    }

    @Override
    public Transactions transactions() {
        return real.transactions();
    }

    @Override
    public ProgramStore programs() {
        return real.programs();
    }

    @Override
    public ProgramTokenStore programTokens() {
        return real.programTokens();
    }

    @Override
    public UsedProofStore usedProofs() {
        return real.usedProofs();
    }

    @Override
    public PairwiseSubjectStore subjects() {
        return real.subjects();
    }

    @Override
    public LoginCodeStore loginCodes() {
        return real.loginCodes();
    }

    @Override
    public ConsentReceiptStore receipts() {
        return real.receipts();
    }

    @Override
    public DenialStore denials() {
        return real.denials();
    }

    @Override
    public AliasStore aliases() {
        return real.aliases();
    }

    @Override
    public SettingsStore settings() {
        return real.settings();
    }

    @Override
    public GrantStore grants() {
        return real.grants();
    }

    @Override
    public TokenStore tokens() {
        return real.tokens();
    }

    @Override
    public RedemptionStore redemptions() {
        return real.redemptions();
    }

    @Override
    public DeliveryStore deliveries() {
        return real.deliveries();
    }

    @Override
    public OrderStore orders() {
        return real.orders();
    }

    @Override
    public VaultStore vault() {
        return real.vault();
    }

    @Override
    public void close() {
        real.close();
    }
}
