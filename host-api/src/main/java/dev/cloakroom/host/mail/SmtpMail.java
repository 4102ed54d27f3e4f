package dev.cloakroom.host.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** An {@link OutgoingMail} as it goes over the wire: these headers, and no other. */
final class SmtpMail extends SMTPMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    SmtpMail(Session session, OutgoingMail mail, Instant at) throws MessagingException {
        super(session);
        messageId = mail.messageId();
        setFrom(address(mail.from(), mail.fromName()));
        setRecipient(Message.RecipientType.TO, address(mail.to(), ""));
        setEnvelopeFrom(mail.reports());
        setSubject(mail.subject(), UTF_8);
        setText(mail.text(), UTF_8);
        setSentDate(Date.from(at));
        if (mail.automatic()) {
            setHeader("Auto-Submitted", "auto-generated");
        }
        saveChanges();
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            return name.isEmpty() ? new InternetAddress(address, true) : new InternetAddress(address, name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("there is no UTF-8", e);
        }
    }

    /** Without this, the library writes the name of this machine's user and of the machine. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
