package dev.cloakroom.runtime.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.observe.Observer;

/** Teaches generated replies by what the program does with them. */
record Learner(GeneratedReplies replies) implements Observer {
    @Override
    public boolean wantsReads() {
        return true;
    }

    @Override
    public void reads(String user, JsonNode reads) {
        replies.learn(reads);
    }

    @Override
    public void problem(String user, String message, String at) {
        replies.failed(message);
    }
}
