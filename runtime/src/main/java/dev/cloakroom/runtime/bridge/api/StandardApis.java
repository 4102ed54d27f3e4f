package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.net.Network;
import dev.cloakroom.runtime.observe.Observer;
import java.util.ArrayList;
import java.util.List;

/** The registry's lines: every wx API that this host answers, each with just what it needs. */
public final class StandardApis {

    private StandardApis() {}

    public static List<WxApi> of(HostApi host, Network network, Observer observer) {
        List<WxApi> apis = new ArrayList<>(PageChrome.all());
        apis.add(new ShowModal());
        apis.add(new NodeLayout());
        apis.add(new Login(host.logins()));
        apis.addAll(brokered(host, observer));
        apis.addAll(new PrivacyAgreements().apis());
        apis.add(new MakePhoneCall(host));
        apis.add(new GetImageInfo());
        apis.add(new PreviewImage());
        apis.add(new SetClipboardData());
        var exchanges = new Exchanges(network, observer);
        apis.add(new Request(exchanges));
        apis.add(new UploadFile(exchanges));
        apis.add(new DownloadFile(exchanges));
        return List.copyOf(apis);
    }

    private static List<WxApi> brokered(HostApi host, Observer observer) {
        var outcomes = new Outcomes();
        var door = new BrokerDoor(host, outcomes, observer);
        var setting = new AuthSetting(outcomes, host.grants(), host.settings());
        List<WxApi> apis = new ArrayList<>(LocationApi.all(door));
        apis.addAll(UserInfoApi.all(door));
        apis.addAll(TokenApi.all(door));
        apis.addAll(ChoosePictures.all(door));
        apis.add(new GetClipboardData(door));
        apis.add(new GetPhoneNumber(door));
        apis.add(new ChooseAddress(door));
        apis.add(new GetWeRunData(door));
        apis.add(new RequestSubscribeMessage(door));
        apis.add(new RequestPayment(host.payments(), door));
        apis.add(new CloakroomRequest(door));
        apis.add(new Authorize(door));
        apis.add(new GetSetting(setting));
        apis.add(new OpenSetting(setting));
        return apis;
    }
}
