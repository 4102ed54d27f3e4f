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
 * Posts {@code {"to": "+86…", "text": "…", "id": "…"}} to one address. Status 2xx is sent, 4xx and a refused
 * connection are failed, everything else and no answer in time is unknown. Redirects are not followed.
 */
public final class HttpSmsGateway implements SmsGateway, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpSmsGateway.class);
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient client;
    private final URI address;
    private final Duration timeout;

    /**
     * Posts to {@code address}.
     *
     * @param timeout until the status is there; nothing else of the answer is waited for
     */
    public HttpSmsGateway(URI address, Duration timeout) {
        this.client = HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
        this.address = address;
        this.timeout = timeout;
    }

    @Override
    public RedemptionResult send(String phone, String text, String id) {
        try {
            return result(status(request(phone, text, id)));
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
            LOG.debug("the gateway's answer broke off after its status", e);
        }
    }

    private HttpRequest request(String phone, String text, String id) {
        return HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json(phone, text, id)))
            .build();
    }

    private static String json(String phone, String text, String id) {
        try {
            return MAPPER.writeValueAsString(Map.of("to", phone, "text", text, "id", id));
        } catch (JsonProcessingException e) {
            throw new BrokerException("cannot write a message for the gateway", e);
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
