package dev.cloakroom.host.redeem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.scope.RecipientId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestDigestsTest {

    @TempDir
    Path directory;

    private RequestDigests digests;

    @BeforeEach
    void open() {
        digests = new RequestDigests(FileKeyRing.open(directory));
    }

    @Test
    void of_isTheSameForTheSameRequestWhateverItsKey() {
        var parameters = Map.of("a", "1", "b", "2");
        var keyed = new RedemptionRequest("t", "send-sms", new RecipientId("r"), parameters, Optional.of("k"));
        assertThat(digests.of(keyed)).isEqualTo(digests.of(request("t", "send-sms", "r", parameters)));
    }

    @Test
    void of_differsWithEveryPartAndWhereOneEnds() {
        var all = Stream.of(
            request("t", "send-sms", "r", Map.of("a", "1")),
            request("u", "send-sms", "r", Map.of("a", "1")),
            request("t", "call", "r", Map.of("a", "1")),
            request("t", "send-sms", "s", Map.of("a", "1")),
            request("t", "send-sms", "r", Map.of("b", "1")),
            request("t", "send-sms", "r", Map.of("a", "2")),
            request("t", "send-sms", "r", Map.of()),
            request("t", "send-sms", "r", Map.of("a", "1", "b", "2")),
            request("t", "send-sms", "r", Map.of("a", "11:b1:2")),
            request("ts", "end-sms", "r", Map.of("a", "1"))
        );
        assertThat(all.map(digests::of)).doesNotHaveDuplicates();
    }

    @Test
    void ofKey_differsWithTheKeyAndFromTheRequest() {
        assertThat(digests.ofKey("order-1")).isNotEqualTo(digests.ofKey("order-2")).hasSize(43);
    }

    private static RedemptionRequest request(
        String token,
        String action,
        String recipient,
        Map<String, String> parameters
    ) {
        return new RedemptionRequest(token, action, new RecipientId(recipient), parameters, Optional.empty());
    }
}
