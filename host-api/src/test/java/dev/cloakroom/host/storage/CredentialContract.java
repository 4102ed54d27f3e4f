package dev.cloakroom.host.storage;

import static dev.cloakroom.host.storage.Samples.NOW;
import static dev.cloakroom.host.storage.StorageUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.ProgramStore;
import dev.cloakroom.host.proof.PublicKeys;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface CredentialContract extends StorageUnderTest {
    /** The public key of RFC 8037, appendix A.2. */
    String KEY_SET =
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"one\",\"use\":\"sig\"," +
        "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}";

    @Test
    default void proof_isUsedOnceHoweverManyTryAtOnce() {
        var digest = Samples.id("proof");
        var answers = atOnce(
            IntStream.range(0, 32)
                .<Callable<Boolean>>mapToObj(
                    i -> () -> (i % 2 == 0 ? storage() : another()).usedProofs().use(digest, NOW)
                )
                .toList()
        );
        assertThat(Collections.frequency(answers, true)).isEqualTo(1);
    }

    @Test
    default void proof_isKeptUntilItIsOver() {
        var digest = Samples.id("proof");
        storage().usedProofs().use(digest, NOW.plusMillis(1));
        storage().usedProofs().deleteExpired(NOW);
        assertThat(another().usedProofs().use(digest, NOW)).isFalse();
        storage().usedProofs().deleteExpired(NOW.plusMillis(1));
        assertThat(another().usedProofs().use(digest, NOW)).isTrue();
    }

    @Test
    default void programToken_isFoundWithItsKeyUntilItIsOverOrTakenBack() {
        var program = registered();
        var digest = Samples.id("digest");
        storage().programTokens().insert(digest, program, "key", NOW);
        assertThat(another().programTokens().find(digest, "key", NOW.minusMillis(1))).contains(program);
        assertThat(another().programTokens().find(digest, "other key", NOW.minusMillis(1))).isEmpty();
        assertThat(another().programTokens().find(digest, "key", NOW)).isEmpty();
        storage().programTokens().delete(digest, Samples.program());
        assertThat(another().programTokens().find(digest, "key", NOW.minusMillis(1))).contains(program);
        storage().programTokens().delete(digest, program);
        assertThat(another().programTokens().find(digest, "key", NOW.minusMillis(1))).isEmpty();
    }

    @Test
    default void programTokens_areDeletedForOneProgramAtOnce() {
        var program = registered();
        var digest = Samples.id("digest");
        storage().programTokens().insert(digest, program, "key", NOW);
        storage().programTokens().deleteExpired(NOW.minusMillis(1));
        assertThat(another().programTokens().find(digest, "key", NOW.minusMillis(1))).isPresent();
        storage().programTokens().deleteAll(program);
        assertThat(another().programTokens().find(digest, "key", NOW.minusMillis(1))).isEmpty();
    }

    @Test
    default void programTokenThatIsOver_isForGoodWhenTheClockGoesBack() {
        var digest = Samples.id("digest");
        storage().programTokens().insert(digest, registered(), "key", NOW);
        storage().programTokens().deleteExpired(NOW);
        assertThat(another().programTokens().find(digest, "key", NOW.minusMillis(1))).isEmpty();
    }

    @Test
    default void programToken_needsAProgram() {
        assertThatThrownBy(() ->
            storage().programTokens().insert(Samples.id("digest"), Samples.program(), "key", NOW)
        ).isInstanceOf(BrokerException.class);
    }

    @Test
    default void programThatSigns_hasItsKeysAndNoSecretUntilItIsReplaced() {
        var program = new ProgramRegistration(Samples.program(), new DeveloperId("acme"), "Food Order");
        storage().programs().save(program, new ProgramStore.Credential.SecretDigest("digest"));
        storage()
            .programs()
            .save(program, new ProgramStore.Credential.Keys(PublicKeys.parse(KEY_SET)));
        var signs = another().programs().find(program.id()).orElseThrow().credential();
        assertThat(signs).isInstanceOfSatisfying(ProgramStore.Credential.Keys.class, found ->
            assertThat(found.keys().toJson()).isEqualTo(PublicKeys.parse(KEY_SET).toJson())
        );
        another().programs().save(program, new ProgramStore.Credential.SecretDigest("next"));
        assertThat(storage().programs().find(program.id()).orElseThrow().credential()).isEqualTo(
            new ProgramStore.Credential.SecretDigest("next")
        );
    }

    private ProgramId registered() {
        var program = new ProgramRegistration(Samples.program(), new DeveloperId("acme"), "Food Order");
        storage().programs().save(program, new ProgramStore.Credential.SecretDigest("digest"));
        return program.id();
    }
}
