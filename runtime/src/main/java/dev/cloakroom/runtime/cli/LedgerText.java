package dev.cloakroom.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An entry of the ledger in words. */
record LedgerText(String what, String detail) {
    static LedgerText of(JsonNode entry) {
        return switch (entry.path("kind").asText()) {
            case "decided" -> new LedgerText(
                "decision",
                lower(entry, "verdict") + " by " + words(entry, "rules") + reason(entry)
            );
            case "consented" -> new LedgerText(
                "consent",
                "allowed" + (entry.path("standing").asBoolean() ? "" : " once") + " for " + words(entry, "recipients")
            );
            case "consent-refused" -> new LedgerText(
                "consent",
                entry.path("dismissed").asBoolean() ? "dismissed" : "denied"
            );
            case "minted" -> new LedgerText(
                "token",
                text(entry, "token") + " for " + text(entry, "scope") + " until " + text(entry, "expiresAt")
            );
            case "picked" -> new LedgerText(
                "picked",
                text(entry, "items") + " for " + text(entry, "scope") + " by the user"
            );
            case "redemption-reserved" -> new LedgerText(
                "redemption",
                text(entry, "action") + " with token " + text(entry, "token")
            );
            case "redemption-completed" -> new LedgerText("receipt", lower(entry, "result"));
            case "revoked" -> new LedgerText("revoked", text(entry, "scope"));
            case "token-revoked" -> new LedgerText("revoked", "token " + text(entry, "token") + " by its program");
            case "login-code-exchanged" -> new LedgerText(
                "login",
                "the back end knows the user as " + text(entry, "subject")
            );
            case "store-accepted" -> new LedgerText(
                "accepted",
                "a store of " + text(entry, "size") + " entries, though there were " + text(entry, "formerSize")
            );
            default -> new LedgerText(text(entry, "kind"), "");
        };
    }

    private static String reason(JsonNode entry) {
        return entry.hasNonNull("reason") ? ", " + lower(entry, "reason").replace('_', ' ') : "";
    }

    private static String text(JsonNode entry, String name) {
        return entry.path(name).asText();
    }

    private static String lower(JsonNode entry, String name) {
        return text(entry, name).toLowerCase(Locale.ROOT);
    }

    private static String words(JsonNode entry, String name) {
        return StreamSupport.stream(entry.path(name).spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(", "));
    }
}
