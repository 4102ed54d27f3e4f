package dev.cloakroom.runtime.gate;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the host logs while it is open, from the finest level on, and all that goes to standard output
 * and error. The server's own library stays at its usual level: it carries the gateway's messages too.
 */
final class HostLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Map<String, Level> LEVELS = Map.of(
        "dev.cloakroom",
        Level.TRACE,
        "org.flywaydb",
        Level.DEBUG,
        "com.zaxxer",
        Level.DEBUG,
        "org.sqlite",
        Level.TRACE
    );
    private static final List<String> OURS = List.copyOf(LEVELS.keySet());

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream standardOutput = System.out;
    private final PrintStream standardError = System.err;

    static HostLog open() {
        var log = new HostLog();
        log.start();
        logger(Logger.ROOT_LOGGER_NAME).addAppender(log);
        LEVELS.forEach((name, level) -> logger(name).setLevel(level));
        var print = new PrintStream(log.printed, true, StandardCharsets.UTF_8);
        System.setOut(print);
        System.setErr(print);
        return log;
    }

    /** All of it so far. */
    String text() {
        return lines.stream().collect(Collectors.joining("\n")) + "\n" + printed.toString(StandardCharsets.UTF_8);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String thrown =
            event.getThrowableProxy() == null ? "" : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
        lines.add(event.getLevel() + " " + event.getLoggerName() + ": " + event.getFormattedMessage() + thrown);
    }

    @Override
    public void close() {
        System.setOut(standardOutput);
        System.setErr(standardError);
        OURS.forEach(name -> logger(name).setLevel(null));
        logger(Logger.ROOT_LOGGER_NAME).detachAppender(this);
        stop();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
