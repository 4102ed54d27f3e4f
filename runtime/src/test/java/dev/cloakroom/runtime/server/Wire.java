package dev.cloakroom.runtime.server;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP by hand, as clients that send what no client library would. */
record Wire(URI server) {
    /**
     * An answer.
     *
     * @param headers names in lower case
     */
    record Answer(int status, Map<String, String> headers, String body) {}

    /** Sends {@code head}, whose lines end in line feeds, and {@code body}; reads until the server closes. */
    Answer send(String head, String body) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            String text = head.strip().replace("\n", "\r\n") + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return parsed(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Answer parsed(String text) {
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), lines[i].substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, text.substring(end + 4));
    }
}
