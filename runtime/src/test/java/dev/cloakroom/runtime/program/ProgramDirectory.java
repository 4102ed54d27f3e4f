package dev.cloakroom.runtime.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small program on disk that a test spoils in one place. */
final class ProgramDirectory {

    static final String APP = """
    {
      "pages": ["pages/menu/menu", "pages/order/order"]
    }
    """;

    final Path path;

    ProgramDirectory(Path path) throws IOException {
        this.path = path;
        write("project.config.json", "{\"appid\": \"wx01\"}");
        write("app.json", APP);
        write("app.js", "App({})");
        write("pages/menu/menu.js", "Page({})");
        write("pages/menu/menu.wxml", "<view/>");
        write("pages/order/order.ts", "Page({})");
        write("pages/order/order.wxml", "<view/>");
    }

    ProgramDirectory write(String name, String text) throws IOException {
        return write(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    ProgramDirectory write(String name, byte[] content) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return this;
    }

    ProgramDirectory delete(String name) throws IOException {
        Files.delete(path.resolve(name));
        return this;
    }

    MiniProgram load() {
        return ProgramLoader.load(path);
    }
}
