package dev.cloakroom.runtime.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.GuestListener;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.GuestSession;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.WorkerEnd;
import dev.cloakroom.runtime.view.InitialRender;
import dev.cloakroom.runtime.view.PageStack;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A session without a user: a page opened with no parameters, empty storage and everybody's device. No call of its
 * is answered, what it stores, writes to the console and fails with is dropped, and it is over with its first turn.
 * So its page holds nothing but what is in the program's package.
 */
public final class Nobody implements GuestListener, AutoCloseable {

    private final GuestSession guest;
    private final PageStack pages;
    private final String path;
    private final CompletableFuture<Optional<ObjectNode>> page = new CompletableFuture<>();
    private volatile boolean killed;

    private Nobody(GuestSession guest, String path, Limits limits) {
        this.guest = guest;
        this.path = path;
        this.pages = new PageStack(limits);
    }

    /** Has nobody open the page at {@code path}. Returns at once. */
    public static Nobody open(Sandbox sandbox, String path, Limits limits) {
        var nobody = new Nobody(sandbox.session(), path, limits);
        nobody.guest.open(Opening.at(PageUrl.of(path), Json.object()), nobody);
        return nobody;
    }

    /**
     * What {@link InitialRender#of} makes of the page at the end of the first turn; empty when another page shows by
     * then, or when the session ended before.
     */
    public CompletableFuture<Optional<ObjectNode>> page() {
        return page;
    }

    /** Whether the process ended while the session was open, and not because the host wanted it to. */
    boolean wasKilled() {
        return killed;
    }

    @Override
    public void said(Kind kind, ObjectNode body) throws GuestMisbehaved {
        switch (kind) {
            case PAGE -> pages.page(body);
            case OPS -> pages.operations(body);
            case CALL, STORE, LOG, FAULT -> {
                // there is nobody to do it for, and nobody to tell
            }
            default -> throw new GuestMisbehaved("it sent " + kind + " for a session");
        }
    }

    @Override
    public void rested() {
        page.complete(InitialRender.of(pages, path));
        guest.close();
    }

    @Override
    public void ended(WorkerEnd why) {
        killed = !(why instanceof WorkerEnd.Closed);
        page.complete(Optional.empty());
    }

    @Override
    public void close() {
        guest.close();
    }
}
