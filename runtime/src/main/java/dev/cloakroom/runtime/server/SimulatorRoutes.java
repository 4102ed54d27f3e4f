package dev.cloakroom.runtime.server;

import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.runtime.media.Picture;
import dev.cloakroom.runtime.media.PictureReader;
import dev.cloakroom.runtime.media.TempFiles;
import dev.cloakroom.runtime.simulator.Simulator;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The simulator's documents and what they load. The addresses are in {@code docs/simulator-protocol.md}. */
final class SimulatorRoutes {

    private static final int NONCE_BYTES = 16;

    /** What a page may show of its package; nothing else of it is served. */
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
        Map.entry("png", "image/png"),
        Map.entry("jpg", "image/jpeg"),
        Map.entry("jpeg", "image/jpeg"),
        Map.entry("gif", "image/gif"),
        Map.entry("webp", "image/webp"),
        Map.entry("bmp", "image/bmp"),
        Map.entry("svg", "image/svg+xml"),
        Map.entry("ttf", "font/ttf"),
        Map.entry("otf", "font/otf"),
        Map.entry("woff", "font/woff"),
        Map.entry("woff2", "font/woff2")
    );

    private static final String NO_PASS = """
    <!doctype html>
    <meta charset="utf-8">
    <title>Cloakroom</title>
    <h1>This browser has no access</h1>
    <p>The address that <code>cloakroom run</code> prints works once, in one browser.
    Press Enter in that terminal to get a new one.
    """;

    private final SimulatorGate gate;
    private final SimulatorPage page;
    private final Simulator simulator;
    private final RandomSource random;

    SimulatorRoutes(SimulatorGate gate, SimulatorPage page, Simulator simulator, RandomSource random) {
        this.gate = gate;
        this.page = page;
        this.simulator = simulator;
        this.random = random;
    }

    /** {@code GET /}: the top document, or with a key the way to it. */
    void top(Context request) {
        String key = request.queryParam("key");
        if (gate.admit(request, key) || (key != null && gate.isAdmitted(request))) {
            request.redirect("/", HttpStatus.SEE_OTHER);
        } else if (gate.isAdmitted(request)) {
            SimulatorHeaders.topDocument(request);
            html(request, page.top().html());
        } else {
            html(request.status(HttpStatus.FORBIDDEN), NO_PASS);
        }
    }

    void script(Context request) {
        gate.checkPass(request);
        request.contentType("text/javascript; charset=utf-8").result(page.top().script());
    }

    void style(Context request) {
        gate.checkPass(request);
        request.contentType("text/css; charset=utf-8").result(page.top().style());
    }

    void icon(Context request) {
        gate.checkPass(request);
        request.contentType("image/svg+xml").result(page.icon());
    }

    void frame(Context request) {
        gate.checkPass(request);
        String nonce = random.text(NONCE_BYTES);
        SimulatorHeaders.frame(request, nonce, SimulatorGate.origin(request));
        html(request, page.frameWith(nonce));
    }

    /** {@code GET /simulator/resource?path=…}: a file of the package, looked up by its exact path there. */
    void resource(Context request) {
        gate.checkPass(request);
        String path = Optional.ofNullable(request.queryParam("path")).orElse("");
        if (path.startsWith(TempFiles.PREFIX)) {
            picture(request, path);
        } else {
            packaged(request, path);
        }
    }

    /** {@code POST /simulator/pick?number=…}: a file that the user picked in the top document, which has the pass. */
    void pick(Context request) {
        gate.checkOwnPage(request);
        int number = request.queryParamAsClass("number", Integer.class).get();
        var status = switch (simulator.offer(number, body(request))) {
            case TAKEN -> HttpStatus.NO_CONTENT;
            case UNREADABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LATE -> HttpStatus.CONFLICT;
        };
        request.status(status);
    }

    /** One byte beyond the bound is no picture any more, whatever follows. */
    private static byte[] body(Context request) {
        try {
            return request.bodyInputStream().readNBytes(PictureReader.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("the file was cut off", e);
        }
    }

    private void picture(Context request, String path) {
        Picture picture = simulator.picture(path).orElseThrow(() -> new NotFoundResponse("there is no such picture"));
        request.result(picture.bytes()).contentType("image/" + picture.format().type());
    }

    private void packaged(Context request, String path) {
        String type = MEDIA_TYPES.get(suffix(path));
        Optional<byte[]> content = type == null ? Optional.empty() : simulator.files().bytes(path);
        request.result(content.orElseThrow(() -> new NotFoundResponse("the package has no such image or font")));
        request.contentType(String.valueOf(type));
    }

    private static void html(Context answer, String document) {
        answer.contentType("text/html; charset=utf-8").result(document);
    }

    private static String suffix(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
