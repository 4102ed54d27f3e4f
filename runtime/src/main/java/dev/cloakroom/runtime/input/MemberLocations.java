package dev.cloakroom.runtime.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says of the value of a member that it stands where its name stands, which is where a reader looks for it. */
final class MemberLocations extends JsonParserDelegate {

    private @Nullable JsonLocation name;

    MemberLocations(JsonParser parser) {
        super(parser);
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        name = delegate.currentToken() == JsonToken.FIELD_NAME ? delegate.currentTokenLocation() : null;
        return delegate.nextToken();
    }

    @Override
    public JsonLocation currentTokenLocation() {
        return name == null ? delegate.currentTokenLocation() : name;
    }
}
