package dev.cloakroom.runtime.cli;

import dev.cloakroom.runtime.observe.Observer;
import java.io.PrintWriter;

/** Prints what a program does wrong, as it comes. Its texts are the program's: nothing in them moves the cursor. */
record ProblemPrinter(PrintWriter out) implements Observer {
    @Override
    public void problem(String user, String message, String at) {
        out.println("PROBLEM: " + visible(at.isEmpty() ? message : at + ": " + message));
    }

    @Override
    public void console(String user, String level, String text, String at) {
        if (level.equals("error")) {
            out.println("console.error: " + visible(at.isEmpty() ? text : at + ": " + text));
        }
    }

    private static String visible(String text) {
        return text.replaceAll("[\\p{C}&&[^\\n\\t]]", "\uFFFD");
    }
}
