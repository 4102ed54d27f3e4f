package dev.cloakroom.host.storage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Everything that the broker relies on in a storage engine: a new engine extends this, and opens itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StorageContract
    implements
        TransactionContract,
        IdentityContract,
        GrantContract,
        TokenContract,
        RedemptionContract,
        VaultContract,
        LedgerContract,
        SettingsContract,
        CredentialContract,
        OrderContract,
        DeliveryContract
{

    private Storage storage;
    private Storage another;

    /** Opens the database of this class once more, with connections of its own. */
    abstract Storage open();

    @BeforeAll
    void openTwice() {
        storage = open();
        another = open();
    }

    @AfterAll
    void close() {
        storage.close();
        another.close();
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Storage another() {
        return another;
    }
}
