package dev.cloakroom.host.storage;

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
import dev.cloakroom.host.token.TokenStore;
import dev.cloakroom.host.transaction.Transactions;
import dev.cloakroom.host.vault.VaultStore;

/** One storage engine: every store of the broker, and transactions over all of them. */
public interface Storage extends AutoCloseable {
    Transactions transactions();

    ProgramStore programs();

    ProgramTokenStore programTokens();

    UsedProofStore usedProofs();

    PairwiseSubjectStore subjects();

    LoginCodeStore loginCodes();

    AuditStore audit();

    ConsentReceiptStore receipts();

    DenialStore denials();

    AliasStore aliases();

    SettingsStore settings();

    GrantStore grants();

    TokenStore tokens();

    RedemptionStore redemptions();

    DeliveryStore deliveries();

    OrderStore orders();

    VaultStore vault();

    @Override
    void close();
}
