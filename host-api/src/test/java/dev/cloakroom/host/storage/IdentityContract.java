package dev.cloakroom.host.storage;

import static dev.cloakroom.host.storage.Samples.NOW;
import static dev.cloakroom.host.storage.StorageUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.ProgramStore;
import dev.cloakroom.host.identity.UserId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

interface IdentityContract extends StorageUnderTest {
    @ParameterizedTest
    @ValueSource(strings = { "外卖 🍜", "Robert'); DROP TABLE program;--", "\"quoted\"", "back\\slash", " %_ ", "" })
    default void text_comesBackAsItWentIn(String text) {
        var program = program(Samples.program(), "外卖 🍜");
        storage().programs().save(program, secret(text));
        assertThat(another().programs().find(program.id())).contains(new ProgramStore.Entry(program, secret(text)));
    }

    @Test
    default void program_isReplacedByItsNextRegistration() {
        var first = program(Samples.program(), "before");
        var second = program(first.id(), "after");
        storage().programs().save(first, secret("old"));
        another().programs().save(second, secret("new"));
        assertThat(storage().programs().find(first.id())).contains(new ProgramStore.Entry(second, secret("new")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "nul\0inside", "half\ud83c", "\udf5c other half" })
    default void textThatCannotBeKept_isRefusedInsteadOfChanged(String text) {
        var program = program(Samples.program(), "Food Order");
        assertThatThrownBy(() -> storage().programs().save(program, secret(text)))
            .isInstanceOf(BrokerException.class)
            .hasMessageContaining("NUL or half a character")
            .hasMessageNotContaining("inside");
        assertThat(storage().programs().find(program.id())).isEmpty();
    }

    @Test
    default void subject_isTheSameForAllWhoAskAtOnce() {
        var program = Samples.program();
        var user = Samples.user();
        var answers = atOnce(
            IntStream.range(0, 16)
                .<Callable<PairwiseSubject>>mapToObj(
                    i -> () -> subject(i % 2 == 0 ? storage() : another(), program, user)
                )
                .toList()
        );
        assertThat(answers).hasSize(16).containsOnly(answers.getFirst());
        assertThat(subject(storage(), Samples.program(), user)).isNotEqualTo(answers.getFirst());
    }

    @Test
    default void subject_isNewAfterItWasDeleted() {
        var program = Samples.program();
        var user = Samples.user();
        var before = subject(storage(), program, user);
        another().subjects().delete(program, user);
        assertThat(subject(storage(), program, user)).isNotEqualTo(before);
    }

    @Test
    default void subject_isFoundWhereTheUserIsKnown() {
        var user = Samples.user();
        var first = new ProgramId(Samples.id("a-program"));
        var second = new ProgramId(Samples.id("b-program"));
        var there = subject(storage(), second, user);
        subject(storage(), first, user);
        subject(storage(), Samples.program(), Samples.user());
        assertThat(another().subjects().find(second, user)).contains(there);
        assertThat(another().subjects().find(Samples.program(), user)).isEmpty();
        assertThat(another().subjects().programs(user)).containsExactly(first, second);
        another().subjects().delete(first, user);
        assertThat(storage().subjects().programs(user)).containsExactly(second);
    }

    /** Each is in a transaction, as in an uninstallation: nobody is left without a subject, or with two. */
    @Test
    default void subject_isOneWhileItIsDeletedAgainAndAgain() {
        var program = Samples.program();
        var user = Samples.user();
        var answers = atOnce(
            IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(i -> () -> forgetOrMeet(i, program, user))
                .toList()
        );
        assertThat(answers).hasSize(16).containsOnly(true);
    }

    private boolean forgetOrMeet(int i, ProgramId program, UserId user) {
        var store = i % 2 == 0 ? storage() : another();
        return store.transactions().inTransaction(() -> {
            var met = subject(store, program, user);
            if (i % 4 == 0) {
                store.subjects().delete(program, user);
                return true;
            }
            return met.equals(subject(store, program, user));
        });
    }

    @Test
    default void loginCode_isTakenOnceHoweverManyTryAtOnce() {
        var program = Samples.program();
        var user = Samples.user();
        var code = Samples.id("code");
        storage().loginCodes().insert(code, program, user, NOW);
        var answers = atOnce(
            IntStream.range(0, 32)
                .<Callable<Optional<UserId>>>mapToObj(
                    i -> () -> (i % 2 == 0 ? storage() : another()).loginCodes().take(code, program)
                )
                .toList()
        );
        assertThat(answers).filteredOn(Optional::isPresent).containsExactly(Optional.of(user));
    }

    @Test
    default void loginCode_isItsProgramsUntilItIsOver() {
        var program = Samples.program();
        var user = Samples.user();
        storage()
            .loginCodes()
            .insert("over-" + user.value(), program, user, NOW);
        storage()
            .loginCodes()
            .insert("good-" + user.value(), program, user, NOW.plusMillis(1));
        storage().loginCodes().deleteExpired(NOW);
        assertThat(
            storage()
                .loginCodes()
                .take("over-" + user.value(), program)
        ).isEmpty();
        assertThat(
            storage()
                .loginCodes()
                .take("good-" + user.value(), Samples.program())
        ).isEmpty();
        assertThat(
            storage()
                .loginCodes()
                .take("good-" + user.value(), program)
        ).contains(user);
    }

    @Test
    default void loginCodes_areDeletedForOneUserOfOneProgram() {
        var program = Samples.program();
        var user = Samples.user();
        var other = Samples.user();
        storage()
            .loginCodes()
            .insert("gone-" + user.value(), program, user, NOW);
        storage()
            .loginCodes()
            .insert("stays-" + other.value(), program, other, NOW);
        storage().loginCodes().deleteAll(program, user);
        assertThat(
            storage()
                .loginCodes()
                .take("gone-" + user.value(), program)
        ).isEmpty();
        assertThat(
            storage()
                .loginCodes()
                .take("stays-" + other.value(), program)
        ).contains(other);
    }

    private static ProgramRegistration program(ProgramId id, String name) {
        return new ProgramRegistration(id, new DeveloperId("acme"), name);
    }

    private static PairwiseSubject subject(Storage storage, ProgramId program, UserId user) {
        return storage.subjects().findOrInsert(program, user, new PairwiseSubject(Samples.id("subject")));
    }

    private static ProgramStore.Credential secret(String digest) {
        return new ProgramStore.Credential.SecretDigest(digest);
    }
}
