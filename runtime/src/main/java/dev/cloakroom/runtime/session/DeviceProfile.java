package dev.cloakroom.runtime.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;

/** What every program hears about the device: the same for all users, so that it tells none apart. */
final class DeviceProfile {

    static final ObjectNode CANNED = Json.object()
        .put("brand", "cloakroom")
        .put("model", "cloakroom")
        .put("system", "cloakroom 1")
        .put("platform", "devtools")
        .put("version", "8.0.5")
        .put("SDKVersion", "3.4.0")
        .put("language", "zh_CN")
        .put("theme", "light")
        .put("pixelRatio", 2)
        .put("screenWidth", 375)
        .put("screenHeight", 667)
        .put("windowWidth", 375)
        .put("windowHeight", 603)
        .put("statusBarHeight", 20)
        .put("fontSizeSetting", 16);

    private DeviceProfile() {}
}
