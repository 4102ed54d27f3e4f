package dev.cloakroom.host.redeem.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.redeem.RedemptionResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts JSON to one address, once each. Status 2xx is sent, 4xx and a refused connection are failed, everything else
 * and no answer in time is unknown. Redirects are not followed, and of the answer nothing but the status is read.
 */
final class JsonPost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JsonPost.class);
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient client;
    private final URI address;
    private final Duration timeout;

    /** @param timeout until the status is there */
    JsonPost(URI address, Duration timeout) {
        this.client = HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
        this.address = address;
        this.timeout = timeout;
    }

    /** @param id unique to what is posted; goes as {@code Idempotency-Key} too */
    RedemptionResult send(String id, Map<String, ?> content) {
        try {
            return result(status(request(id, content)));
        } catch (ConnectException e) {
            return RedemptionResult.FAILED;
        } catch (IOException e) {
            return RedemptionResult.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RedemptionResult.UNKNOWN;
        }
    }

    /** The client's timeout ends with the headers, so a body that never ends must not be read. */
    private int status(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        closeUnread(answer.body());
        return answer.statusCode();
    }

    private static void closeUnread(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.debug("an answer broke off after its status", e);
        }
    }

    private HttpRequest request(String id, Map<String, ?> content) {
        return HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", id)
            .POST(HttpRequest.BodyPublishers.ofString(json(content)))
            .build();
    }

    /** What Jackson says may quote the content. */
    private static String json(Map<String, ?> content) {
        try {
            return MAPPER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new BrokerException("cannot write what is to be posted");
        }
    }

    private static RedemptionResult result(int status) {
        return switch (status / 100) {
            case 2 -> RedemptionResult.SENT;
            case 4 -> RedemptionResult.FAILED;
            default -> RedemptionResult.UNKNOWN;
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
