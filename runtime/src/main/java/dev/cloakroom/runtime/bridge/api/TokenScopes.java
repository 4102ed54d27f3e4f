package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.util.Map;
import java.util.Optional;

/** What the tokens are for that answers hold as {@code code}. */
public final class TokenScopes {

    private static final Map<String, Scope> TOKEN_APIS = Map.of(
        "getPhoneNumber",
        ScopeCatalog.PHONE_NUMBER,
        "chooseAddress",
        ScopeCatalog.ADDRESS,
        "getLocation",
        ScopeCatalog.USER_LOCATION,
        "chooseLocation",
        ScopeCatalog.USER_LOCATION,
        "choosePoi",
        ScopeCatalog.USER_LOCATION,
        "chooseInvoiceTitle",
        ScopeCatalog.INVOICE_TITLE,
        "chooseContact",
        ScopeCatalog.CONTACT,
        "chooseLicensePlate",
        ScopeCatalog.LICENSE_PLATE
    );

    private TokenScopes() {}

    /** The scope of an answer's token; an extension's call names it. Empty for an API that gives none. */
    public static Optional<Scope> of(String api, JsonNode args) {
        return api.equals("cloakroomRequest")
            ? ScopeCatalog.find(args.path("scope").asText())
            : Optional.ofNullable(TOKEN_APIS.get(api));
    }
}
