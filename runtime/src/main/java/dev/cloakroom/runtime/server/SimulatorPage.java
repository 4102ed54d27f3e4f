package dev.cloakroom.runtime.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The files of the simulator's page, as the guest library's build makes them.
 *
 * @param top the top document, with its script and style
 * @param icon the top document's, as SVG
 * @param frame the document in which a program's page is painted
 */
public record SimulatorPage(Document top, String icon, Document frame) {
    /** The folder on the class path that the build writes. */
    public static final String BUILT = "/dev/cloakroom/guest/simulator/";

    /** A document, its script and its style. */
    record Document(String html, String script, String style) {}

    /**
     * Reads the page from a folder on the class path.
     *
     * @param folder with a slash at both ends
     */
    public static SimulatorPage read(String folder) {
        return new SimulatorPage(document(folder + "top"), text(folder + "icon.svg"), document(folder + "frame"));
    }

    /** The frame's document with script and style in it, which run only under that nonce. */
    String frameWith(String nonce) {
        return frame
            .html()
            .replace("<!-- style -->", element("style", nonce, frame.style()))
            .replace("<!-- script -->", element("script", nonce, frame.script()));
    }

    private static String element(String name, String nonce, String content) {
        if (content.toLowerCase(Locale.ROOT).contains("</" + name)) {
            throw new IllegalStateException("the frame's " + name + " holds its own end tag");
        }
        return "<" + name + " nonce=\"" + nonce + "\">" + content + "</" + name + ">";
    }

    private static Document document(String name) {
        return new Document(text(name + ".html"), text(name + ".js"), text(name + ".css"));
    }

    private static String text(String name) {
        try (InputStream in = SimulatorPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the simulator's page was not built: there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
