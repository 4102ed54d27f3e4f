package dev.cloakroom.runtime.net;

import java.util.Map;

/** What a program's request brought back; header names are in lower case. */
public record HttpAnswer(int status, Map<String, String> headers, String body) {}
