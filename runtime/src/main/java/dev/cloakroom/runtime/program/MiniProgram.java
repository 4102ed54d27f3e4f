package dev.cloakroom.runtime.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A program that passed the loader's checks.
 *
 * @param manifest what it says of itself
 * @param files its files
 * @param json the parsed {@code app.json} and the parsed configuration of each page and component, by path
 */
public record MiniProgram(Manifest manifest, ProgramPackage files, Map<String, JsonNode> json) {}
