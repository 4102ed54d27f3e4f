package dev.cloakroom.runtime.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.view.Page;
import dev.cloakroom.runtime.view.PageWatcher;

/** Tells a top document of a session's pages. */
record PageFeed(SimulatorFeed feed) implements PageWatcher {
    private static final int MOST_IN_A_MESSAGE = 2_000;

    @Override
    public void opened(Page page) {
        feed.send(Messages.opened(page));
    }

    @Override
    public void operations(Page page, ArrayNode operations) {
        ArrayNode part = Json.array();
        for (var operation : operations) {
            part.add(operation);
            if (part.size() == MOST_IN_A_MESSAGE) {
                feed.send(Messages.operations(page, part));
                part = Json.array();
            }
        }
        if (!part.isEmpty()) {
            feed.send(Messages.operations(page, part));
        }
    }

    @Override
    public void shown(Page page) {
        feed.send(Messages.page("show", page));
    }

    @Override
    public void closed(Page page) {
        feed.send(Messages.page("close", page));
    }
}
