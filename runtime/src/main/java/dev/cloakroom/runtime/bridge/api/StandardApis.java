package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.net.Egress;
import dev.cloakroom.runtime.observe.Observer;
import java.util.ArrayList;
import java.util.List;

/** The registry's lines: every wx API that this host answers, each with just what it needs. */
public final class StandardApis {

    private StandardApis() {}

    public static List<WxApi> of(HostApi host, Egress egress, Observer observer) {
        List<WxApi> apis = new ArrayList<>(PageChrome.all());
        apis.add(new ShowModal());
        apis.add(new Login(host.logins()));
        apis.add(new GetPhoneNumber(host.broker()));
        apis.add(new GetSetting(host.grants()));
        apis.add(new Request(egress, observer));
        return List.copyOf(apis);
    }
}
