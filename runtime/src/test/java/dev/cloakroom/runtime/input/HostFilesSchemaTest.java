package dev.cloakroom.runtime.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.policy.PolicySet;
import dev.cloakroom.host.scope.RecipientRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host reads strictly and what the published schemas say are the same. */
class HostFilesSchemaTest {

    @Test
    void shippedPolicy_matchesItsSchema() throws IOException {
        try (var policy = PolicySet.class.getResourceAsStream("default-policy.json")) {
            assertThat(policy).isNotNull();
            assertThat(
                matching("policy", new String(policy.readAllBytes(), StandardCharsets.UTF_8)).root()
            ).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "{}",
            "{\"rules\": []}",
            "{\"rules\": [{\"id\": \"a\", \"effect\": \"allow\", \"when\": {\"declared\": true}}]}",
            "{\"rules\": [{\"id\": \"a\", \"effect\": \"ask\", \"reason\": \"NO_RULE\", \"when\": {\"declared\": true}}]}",
            "{\"rules\": [{\"id\": \"a\", \"effect\": \"ask\", \"when\": {\"declared\": true, \"gesture\": true}}]}",
            "{\"rules\": [{\"id\": \"a\", \"effect\": \"ask\", \"when\": {\"moon\": true}}]}",
            "{\"rules\": [{\"id\": \"a\", \"effect\": \"ask\", \"when\": {\"all\": []}}]}",
        }
    )
    void policy_isRefusedByBoth(String json) {
        assertThatThrownBy(() -> matching("policy", json)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> PolicySet.parse(json)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void recipients_areReadByBoth() {
        String json = "{\"recipients\": [{\"id\": \"a\", \"name\": \"A\", \"scopes\": [\"scope.address\"]}]}";
        assertThat(matching("recipients", json).root()).isNotEmpty();
        assertThat(RecipientRegistry.parse(json)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "{}",
            "{\"recipients\": [{\"id\": \"a\", \"name\": \"A\"}]}",
            "{\"recipients\": [{\"id\": \"a b\", \"name\": \"A\", \"scopes\": []}]}",
            "{\"recipients\": [{\"id\": \"a\", \"name\": \"A\", \"scopes\": [], \"hosts\": [\"http://x\"]}]}",
            "{\"recipients\": [{\"id\": \"a\", \"name\": \"A\", \"scopes\": [], \"url\": \"x\"}]}",
        }
    )
    void recipients_areRefusedByBoth(String json) {
        assertThatThrownBy(() -> matching("recipients", json)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> RecipientRegistry.parse(json)).isInstanceOf(RuntimeException.class);
    }

    private static JsonInput matching(String schema, String json) {
        return JsonFiles.read("t.json", json.getBytes(StandardCharsets.UTF_8)).matching(schema);
    }
}
