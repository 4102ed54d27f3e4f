package dev.cloakroom.host.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * How the host reaches its mail server, RFC 5321 and 6409.
 *
 * @param startTls without it, nothing is encrypted: for a server on this machine
 * @param timeout for each answer of the server
 */
public record SmtpSettings(String host, int port, boolean startTls, Optional<Login> login, Duration timeout) {
    /** Who the host is to its server. */
    public record Login(String user, String password) {
        /** Says nothing. */
        @Override
        public String toString() {
            return "Login";
        }
    }

    Properties properties() {
        var properties = new Properties();
        var milliseconds = String.valueOf(timeout.toMillis());
        properties.put("mail.smtp.connectiontimeout", milliseconds);
        properties.put("mail.smtp.timeout", milliseconds);
        properties.put("mail.smtp.writetimeout", milliseconds);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", String.valueOf(login.isPresent()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }
}
