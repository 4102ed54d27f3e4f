package dev.cloakroom.host.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the host reads of a mail that came in; the rest of it stays behind.
 *
 * @param from the one address in its header {@code From}
 * @param names of people, as its headers have them
 * @param automatic a machine wrote it, RFC 3834
 * @param report it tells of a delivery, RFC 6522
 */
public record IncomingMail(
    String from,
    Set<String> names,
    String subject,
    String text,
    boolean automatic,
    boolean report
) {
    private static final int MAX_BYTES = 10 << 20;
    private static final int MAX_SUBJECT = 200;
    private static final List<String> WRITERS = List.of("From", "Sender", "Reply-To");

    /** The mail; empty when it is too large, has no single sender, or cannot be read. */
    public static Optional<IncomingMail> read(byte[] message) {
        if (message.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return read(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message)));
        } catch (MessagingException | IOException e) {
            // hostile input: its own words say what was wrong, and may not be repeated
            return Optional.empty();
        }
    }

    private static Optional<IncomingMail> read(MimeMessage mail) throws MessagingException, IOException {
        var from = addresses(mail, "From").toList();
        return from.size() == 1 ? Optional.of(read(mail, from.getFirst().getAddress())) : Optional.empty();
    }

    private static IncomingMail read(MimeMessage mail, String from) throws MessagingException, IOException {
        return new IncomingMail(
            from,
            names(mail),
            subject(mail),
            PlainText.of(mail),
            isAutomatic(mail),
            mail.isMimeType("multipart/report")
        );
    }

    private static Set<String> names(MimeMessage mail) throws MessagingException {
        var names = new LinkedHashSet<String>();
        for (var header : WRITERS) {
            addresses(mail, header)
                .map(InternetAddress::getPersonal)
                .filter(name -> name != null && !name.isBlank())
                .forEach(names::add);
        }
        return names;
    }

    private static Stream<InternetAddress> addresses(MimeMessage mail, String header) throws MessagingException {
        var values = mail.getHeader(header, ",");
        return values == null ? Stream.empty() : Arrays.stream(InternetAddress.parseHeader(values, false));
    }

    private static String subject(MimeMessage mail) throws MessagingException {
        var subject = mail.getSubject() == null ? "" : mail.getSubject();
        var line = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(
            0,
            line.offsetByCodePoints(0, Math.min(MAX_SUBJECT, line.codePointCount(0, line.length())))
        );
    }

    private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        var submitted = mail.getHeader("Auto-Submitted", null);
        var precedence = mail.getHeader("Precedence", null);
        return (submitted != null && !submitted.strip().equalsIgnoreCase("no")) || precedence != null;
    }

    /**
     * The same mail without its people.
     *
     * @param known addresses that both sides have
     */
    public IncomingMail withoutPeople(Set<String> known) {
        var anonymiser = new Anonymiser(known);
        return new IncomingMail(
            "",
            Set.of(),
            anonymiser.clean(subject, names),
            anonymiser.clean(text, names),
            automatic,
            report
        );
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "IncomingMail";
    }
}
