package dev.cloakroom.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;

/** The engine and the guest library's code: parsed once, shared by the contexts of all sessions. */
final class GuestLibrary {

    private static final String RESOURCE = "/dev/cloakroom/guest/guest.js";

    /** Every context has all of them: some must be equal throughout an engine. */
    private static final Map<String, String> OPTIONS = Map.ofEntries(
        Map.entry("js.load", "false"),
        Map.entry("js.print", "false"),
        Map.entry("js.console", "false"),
        Map.entry("js.allow-eval", "false"),
        Map.entry("js.webassembly", "false"),
        Map.entry("js.performance", "false"),
        // ten milliseconds: too coarse to tell cached from fetched, or denied from absent
        Map.entry("js.timer-resolution", "10000000"),
        Map.entry("js.locale", "zh-CN"),
        // the guest library takes the handler and then the Graal object away
        Map.entry("js.graal-builtin", "true"),
        Map.entry("js.unhandled-rejections", "handler"),
        // catch-and-call-again recursion does not end on a stack that only its size bounds
        Map.entry("sandbox.MaxStackFrames", "500"),
        Map.entry("sandbox.MaxASTDepth", "2000"),
        Map.entry("sandbox.MaxThreads", "1"),
        Map.entry("sandbox.MaxOutputStreamSize", "0B"),
        Map.entry("sandbox.MaxErrorStreamSize", "0B")
    );

    // one profile for every user: a real zone would tell where the host is
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Engine engine;
    private final Source code;

    GuestLibrary() {
        engine = Engine.newBuilder("js")
            .sandbox(SandboxPolicy.CONSTRAINED)
            .in(InputStream.nullInputStream())
            .out(OutputStream.nullOutputStream())
            .err(OutputStream.nullOutputStream())
            .build();
        code = library("guest.js", text(RESOURCE));
    }

    /** A function that makes the library's guest object in the context where it is evaluated. */
    Source code() {
        return code;
    }

    /** A context without access to anything; what it may call it is given by hand. */
    Context newContext() {
        return Context.newBuilder("js")
            .engine(engine)
            .sandbox(SandboxPolicy.CONSTRAINED)
            .allowHostAccess(HostAccess.UNTRUSTED)
            .in(InputStream.nullInputStream())
            .out(OutputStream.nullOutputStream())
            .err(OutputStream.nullOutputStream())
            .timeZone(ZONE)
            .options(OPTIONS)
            .build();
    }

    /** Code of ours, under a name that no file of a program can have. */
    static Source library(String name, String text) {
        return Source.newBuilder("js", text, "cloakroom:" + name).buildLiteral();
    }

    /** A resource of the guest library's. */
    static String text(String resource) {
        try (InputStream in = GuestLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the guest library is not on the class path: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
