package dev.cloakroom.host;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Everything that the host logs while this is open, with the traces of what was thrown. */
final class CapturedLog implements AutoCloseable {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger("dev.cloakroom");

    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    private final @Nullable Level former = ROOT.getLevel();

    CapturedLog() {
        events.start();
        ROOT.setLevel(Level.TRACE);
        ROOT.addAppender(events);
    }

    String text() {
        return events.list.stream().map(CapturedLog::line).collect(Collectors.joining("\n"));
    }

    private static String line(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        return event.getFormattedMessage() + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown));
    }

    @Override
    public void close() {
        ROOT.detachAppender(events);
        ROOT.setLevel(former);
    }
}
