package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.keys.RandomSource;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class AccessKeyTest {

    private final AccessKey access = new AccessKey(RandomSource.of(new SecureRandom()));

    @Test
    void key_isExchangedOnceForThePass() {
        String key = access.issue();

        String pass = access.exchange(key).orElseThrow();

        assertThat(access.admits(pass)).isTrue();
        assertThat(access.exchange(key)).isEmpty();
    }

    @Test
    void wrongKey_doesNotUseUpTheRightOne() {
        String key = access.issue();

        assertThat(access.exchange("guess")).isEmpty();
        assertThat(access.exchange("")).isEmpty();
        assertThat(access.exchange(key)).isPresent();
    }

    @Test
    void newKey_makesTheOldOneVoid() {
        String old = access.issue();
        String fresh = access.issue();

        assertThat(access.exchange(old)).isEmpty();
        assertThat(access.exchange(fresh)).isPresent();
    }

    @Test
    void keyIsNoPass_andNothingIsNone() {
        assertThat(access.admits(access.issue())).isFalse();
        assertThat(access.admits(null)).isFalse();
        assertThat(access.admits("")).isFalse();
    }
}
