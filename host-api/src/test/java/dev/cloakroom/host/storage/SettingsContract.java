package dev.cloakroom.host.storage;

import static dev.cloakroom.host.storage.Samples.NOW;
import static dev.cloakroom.host.storage.StorageUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.alias.AliasOwner;
import dev.cloakroom.host.consent.DenialStore;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.scope.AliasKind;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.settings.Audience;
import dev.cloakroom.host.settings.Block;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface SettingsContract extends StorageUnderTest {
    @Test
    default void audience_comesBackAsItWasSetLast() {
        var user = Samples.user();
        for (var audience : List.of(
            new Audience.Nobody(),
            new Audience.ChosenPrograms(Set.of(Samples.program(), new ProgramId("shop"))),
            new Audience.AnyProgram(),
            new Audience.Friends(),
            new Audience.Everyone()
        )) {
            storage().settings().saveAudience(user, ScopeCatalog.EMAIL, audience);
            assertThat(another().settings().audiences(user)).isEqualTo(Map.of(ScopeCatalog.EMAIL, audience));
        }
    }

    @Test
    default void switchesAndBlocks_canBeSetTwiceAndTakenBack() {
        var user = Samples.user();
        var always = new Block(Samples.program(), ScopeCatalog.EMAIL, Optional.empty());
        var once = new Block(always.program(), ScopeCatalog.EMAIL, Optional.of("news; 'quoted' 📰"));
        for (int i = 0; i < 2; i++) {
            storage().settings().saveLocationOff(user, true);
            storage().settings().addBlock(user, always);
            another().settings().addBlock(user, once);
        }
        assertThat(another().settings().locationOff(user)).isTrue();
        assertThat(storage().settings().blocks(user)).containsExactlyInAnyOrder(always, once);
        storage().settings().saveLocationOff(user, false);
        storage().settings().removeBlock(user, always);
        assertThat(another().settings().locationOff(user)).isFalse();
        assertThat(another().settings().blocks(user)).containsExactly(once);
    }

    @Test
    default void deleteAll_takesEverythingOfThisUserOnly() {
        var user = Samples.user();
        var other = Samples.user();
        var program = Samples.program();
        var block = new Block(program, ScopeCatalog.EMAIL, Optional.empty());
        for (var each : List.of(user, other)) {
            storage().settings().saveLocationOff(each, true);
            storage().settings().saveAudience(each, ScopeCatalog.EMAIL, new Audience.Nobody());
            storage().settings().addBlock(each, block);
            storage().settings().saveChoice(each, program, ScopeCatalog.ADDRESS, "home");
            storage().settings().saveChoice(each, program, ScopeCatalog.ADDRESS, "work");
        }
        storage().settings().deleteAll(user);
        assertThat(another().settings().locationOff(user)).isFalse();
        assertThat(another().settings().choice(user, program, ScopeCatalog.ADDRESS)).isEmpty();
        assertThat(another().settings().audiences(user)).isEmpty();
        assertThat(another().settings().blocks(user)).isEmpty();
        assertThat(another().settings().audiences(other)).containsKey(ScopeCatalog.EMAIL);
        assertThat(another().settings().blocks(other)).containsExactly(block);
        assertThat(another().settings().locationOff(other)).isTrue();
        assertThat(another().settings().choice(other, program, ScopeCatalog.ADDRESS)).contains("work");
    }

    @Test
    default void alias_isTheSameForAllWhoAskAtOnce() {
        var program = Samples.program();
        var user = Samples.user();
        var answers = atOnce(
            IntStream.range(0, 16)
                .<Callable<String>>mapToObj(
                    i -> () -> alias(i % 2 == 0 ? storage() : another(), new AliasOwner(program, user))
                )
                .toList()
        );
        assertThat(answers).hasSize(16).containsOnly(answers.getFirst());
        var owner = storage().aliases().findOwner(AliasKind.PHONE, answers.getFirst());
        assertThat(owner).contains(new AliasOwner(program, user));
        another().aliases().delete(program, user);
        assertThat(storage().aliases().findOwner(AliasKind.PHONE, answers.getFirst())).isEmpty();
    }

    @Test
    default void aliases_areDeletedForOneUserInAllPrograms() {
        var user = Samples.user();
        var other = new AliasOwner(Samples.program(), Samples.user());
        var gone = List.of(new AliasOwner(Samples.program(), user), new AliasOwner(Samples.program(), user));
        var aliases = gone
            .stream()
            .map(owner -> alias(storage(), owner))
            .toList();
        var stays = alias(storage(), other);
        another().aliases().deleteAll(user);
        assertThat(aliases).allMatch(alias -> storage().aliases().findOwner(AliasKind.PHONE, alias).isEmpty());
        assertThat(storage().aliases().findOwner(AliasKind.PHONE, stays)).contains(other);
        assertThat(storage().aliases().findOwner(AliasKind.MAILBOX, stays)).isEmpty();
    }

    private static String alias(Storage storage, AliasOwner owner) {
        return storage.aliases().findOrInsert(owner.program(), owner.user(), AliasKind.PHONE, Samples.id("alias"));
    }

    @Test
    default void denial_isReplacedAndDeleted() {
        var user = Samples.user();
        var program = Samples.program();
        var first = new DenialStore.Denial(1, Optional.of(NOW));
        var never = new DenialStore.Denial(3, Optional.empty());
        storage().denials().save(user, program, ScopeCatalog.EMAIL, first);
        assertThat(another().denials().find(user, program, ScopeCatalog.EMAIL)).contains(first);
        another().denials().save(user, program, ScopeCatalog.EMAIL, never);
        assertThat(storage().denials().find(user, program, ScopeCatalog.EMAIL)).contains(never);
        storage().denials().deleteAll(user, Samples.program());
        assertThat(storage().denials().find(user, program, ScopeCatalog.EMAIL)).isPresent();
        storage().denials().deleteAll(user, program);
        assertThat(storage().denials().find(user, program, ScopeCatalog.EMAIL)).isEmpty();
    }

    @Test
    default void denials_areDeletedOneByOneAndForOneUser() {
        var user = Samples.user();
        var other = Samples.user();
        var program = Samples.program();
        var denial = new DenialStore.Denial(1, Optional.of(NOW));
        for (var each : List.of(user, other)) {
            storage().denials().save(each, program, ScopeCatalog.EMAIL, denial);
            storage().denials().save(each, program, ScopeCatalog.ADDRESS, denial);
        }
        another().denials().delete(user, program, ScopeCatalog.EMAIL);
        assertThat(storage().denials().find(user, program, ScopeCatalog.EMAIL)).isEmpty();
        assertThat(storage().denials().find(user, program, ScopeCatalog.ADDRESS)).contains(denial);
        another().denials().deleteAll(user);
        assertThat(storage().denials().find(user, program, ScopeCatalog.ADDRESS)).isEmpty();
        assertThat(storage().denials().find(other, program, ScopeCatalog.EMAIL)).contains(denial);
    }
}
