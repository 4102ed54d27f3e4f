package dev.cloakroom.host.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.Optional;
import org.jsoup.Jsoup;

/**
 * The words of a mail. Pictures tell their server who opened a mail, and attachments carry their authors' names: of
 * both only the number is left.
 */
final class PlainText {

    private static final int MAX_TEXT = 50_000;
    private static final int MAX_DEPTH = 10;

    private int attachments;

    private PlainText() {}

    /** The first text of the mail, plain where there is a choice, and a line about what was left out. */
    static String of(Part mail) throws MessagingException, IOException {
        var reader = new PlainText();
        var text = reader.read(mail, 0).orElse("");
        var cut = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        return reader.attachments == 0 ? cut : cut + "\n\n[" + reader.attachments + " attachments were not relayed]\n";
    }

    private Optional<String> read(Part part, int depth) throws MessagingException, IOException {
        if (depth > MAX_DEPTH) {
            throw new MessagingException("too many parts within parts");
        }
        return part.getContent() instanceof Multipart parts ? read(parts, depth + 1) : leaf(part);
    }

    private Optional<String> read(Multipart parts, int depth) throws MessagingException, IOException {
        Optional<String> plain = Optional.empty();
        Optional<String> other = Optional.empty();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            var text = read(part, depth);
            if (part.isMimeType("text/plain")) {
                plain = plain.or(() -> text);
            } else {
                other = other.or(() -> text);
            }
        }
        return plain.isPresent() ? plain : other;
    }

    private Optional<String> leaf(Part part) throws MessagingException, IOException {
        var attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        if (!attached && part.isMimeType("text/plain") && part.getContent() instanceof String text) {
            return Optional.of(text);
        }
        if (!attached && part.isMimeType("text/html") && part.getContent() instanceof String html) {
            return Optional.of(words(html));
        }
        attachments++;
        return Optional.empty();
    }

    private static String words(String html) {
        var document = Jsoup.parse(html);
        document.select("script, style, head").remove();
        document.select("br, p, div, li, tr, blockquote").append("\n");
        return document.wholeText().strip();
    }
}
