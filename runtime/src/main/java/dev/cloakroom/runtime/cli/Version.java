package dev.cloakroom.runtime.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IOException("the build left out version.properties");
            }
            var properties = new Properties();
            properties.load(in);
            return new String[] { "cloakroom " + properties.getProperty("version") };
        }
    }
}
