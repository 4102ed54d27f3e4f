package dev.cloakroom.runtime;

import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.NetworkLane;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.media.TempFiles;
import dev.cloakroom.runtime.program.Manifest;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.view.Gestures;
import dev.cloakroom.runtime.view.PageStack;
import dev.cloakroom.runtime.view.SessionUi;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A program for tests, and somebody who uses it. */
public final class Programs {

    public static final ProgramRegistration PROGRAM = new ProgramRegistration(
        new ProgramId("wx0123456789abcdef"),
        new DeveloperId("acme"),
        "Acme"
    );

    public static final Manifest MANIFEST = new Manifest(
        PROGRAM.id().value(),
        List.of("pages/a/a"),
        List.of(),
        Map.of(),
        Set.of(),
        Set.of("https://api.example"),
        Map.of(),
        Json.object()
    );

    private Programs() {}

    /** A session of {@code lin} that shows nothing yet. */
    public static Caller caller(Limits limits, Clock clock) {
        return new Caller(
            PROGRAM,
            MANIFEST,
            new UserId("lin"),
            "a session",
            new PageStack(limits),
            new Gestures(clock),
            new SessionUi(),
            new TempFiles(() -> "file"),
            new NetworkLane(System::nanoTime)
        );
    }
}
