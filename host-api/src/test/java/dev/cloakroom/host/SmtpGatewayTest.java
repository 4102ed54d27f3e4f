package dev.cloakroom.host;

import static dev.cloakroom.host.RelayMails.ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.mail.OutgoingMail;
import dev.cloakroom.host.mail.SmtpGateway;
import dev.cloakroom.host.mail.SmtpSettings;
import dev.cloakroom.host.redeem.RedemptionResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a mail when the server does not answer. */
class SmtpGatewayTest {

    @Test
    void smtp_isUnknownWhenTheServerFallsSilentAfterTheMail() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> takeAndFallSilent(silent));
            try (var log = new CapturedLog()) {
                assertThat(smtp(silent.getLocalPort(), Duration.ofMillis(700)).send(sample())).isEqualTo(
                    RedemptionResult.UNKNOWN
                );
                assertThat(PlantedForms.in(log.text(), ADDRESS)).isEmpty();
            }
        }
    }

    @Test
    void smtp_failsWhereNobodyListens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(smtp(free, Duration.ofSeconds(10)).send(sample())).isEqualTo(RedemptionResult.FAILED);
    }

    private static SmtpGateway smtp(int port, Duration patience) {
        return new SmtpGateway(
            new SmtpSettings("127.0.0.1", port, false, Optional.empty(), patience),
            new MovableClock()
        );
    }

    private static OutgoingMail sample() {
        return new OutgoingMail("i", "", "a@relay.example", "b@relay.example", ADDRESS, "s", "t", false);
    }

    private static void takeAndFallSilent(ServerSocket server) {
        try (var socket = server.accept()) {
            var out = socket.getOutputStream();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            out.write("220 hello\r\n".getBytes(StandardCharsets.US_ASCII));
            for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                if (line.matches("(EHLO|HELO|MAIL|RCPT|RSET|NOOP).*")) {
                    out.write("250 fine\r\n".getBytes(StandardCharsets.US_ASCII));
                } else if (line.equals("DATA")) {
                    out.write("354 go on\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
            in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
