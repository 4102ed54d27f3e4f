package dev.cloakroom.runtime.server;

import io.javalin.http.Context;

/** What the simulator's answers tell the browser to refuse. */
final class SimulatorHeaders {

    private static final String POLICY = "Content-Security-Policy";

    private static final String NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; ";

    private static final String TOP =
        NOTHING +
        "script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' blob:; frame-ancestors 'none'";

    private static final String FRAME =
        NOTHING +
        "sandbox allow-scripts; connect-src 'none'; script-src 'nonce-%1$s'; style-src 'nonce-%1$s'; " +
        "img-src blob: data:; font-src blob: data:; frame-ancestors %2$s";

    private SimulatorHeaders() {}

    /** For every answer: what is not allowed below stays forbidden. */
    static void strict(Context answer) {
        answer
            .header(POLICY, NOTHING + "sandbox; frame-ancestors 'none'")
            .header("X-Content-Type-Options", "nosniff")
            .header("Referrer-Policy", "no-referrer")
            .header("Cross-Origin-Opener-Policy", "same-origin")
            .header("Cross-Origin-Resource-Policy", "same-origin")
            .header(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-read=()"
            )
            .header("Cache-Control", "no-store");
    }

    static void topDocument(Context answer) {
        answer.header(POLICY, TOP);
    }

    /** @param origin whose page may hold the frame */
    static void frame(Context answer, String nonce, String origin) {
        answer.header(POLICY, FRAME.formatted(nonce, origin));
    }
}
