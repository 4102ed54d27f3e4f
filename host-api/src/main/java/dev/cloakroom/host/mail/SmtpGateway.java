package dev.cloakroom.host.mail;

import dev.cloakroom.host.redeem.RedemptionResult;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mail to one server. What the server takes is sent; what it refuses, and no connection, are failed; a
 * connection that breaks or falls silent in the middle is unknown. The server's words quote addresses, and are not
 * logged.
 */
public final class SmtpGateway implements MailGateway {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpGateway.class);

    private final SmtpSettings settings;
    private final Clock clock;

    public SmtpGateway(SmtpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public RedemptionResult send(OutgoingMail mail) {
        try {
            var session = session(mail);
            var transport = session.getTransport("smtp");
            return connect(transport) ? send(transport, new SmtpMail(session, mail, clock.instant())) : failed();
        } catch (MessagingException e) {
            return failed();
        }
    }

    /** The server hears the sender's domain by way of greeting, never this machine's name. */
    private Session session(OutgoingMail mail) {
        Properties properties = settings.properties();
        properties.put("mail.smtp.localhost", mail.from().substring(mail.from().lastIndexOf('@') + 1));
        return Session.getInstance(properties);
    }

    private boolean connect(Transport transport) {
        try {
            var login = settings.login();
            transport.connect(
                settings.host(),
                settings.port(),
                login.map(SmtpSettings.Login::user).orElse(null),
                login.map(SmtpSettings.Login::password).orElse(null)
            );
            return true;
        } catch (MessagingException e) {
            return false;
        }
    }

    private static RedemptionResult send(Transport transport, SmtpMail mail) {
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            return RedemptionResult.SENT;
        } catch (SendFailedException e) {
            return failed();
        } catch (MessagingException e) {
            LOG.warn("the mail server broke off, and it is not known whether a mail went out");
            return RedemptionResult.UNKNOWN;
        } finally {
            close(transport);
        }
    }

    private static RedemptionResult failed() {
        LOG.warn("the mail server did not take a mail");
        return RedemptionResult.FAILED;
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the connection to the mail server broke off after the mail");
        }
    }
}
