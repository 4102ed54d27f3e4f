package dev.cloakroom.runtime.server;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.dev.DevelopmentSimulator;
import dev.cloakroom.runtime.sandbox.Deadline;
import dev.cloakroom.runtime.sandbox.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A simulator with a small program in it, and a browser's first steps towards it. */
final class SimulatedShop implements AutoCloseable {

    static final String PHONE = "+8613800138000";

    /** Long enough for a first page on a busy machine; a test waits for it once. */
    static final Duration TURN = Duration.ofSeconds(10);

    private static final String SCRIPT = """
    Page({
      data: { said: 'ready', note: '' },
      onPhone(e) { this.setData({ said: e.detail.errMsg }) },
      onHang() { for (;;); },
      onNote(e) { this.setData({ note: e.type + ' ' + e.detail.value }) },
      onModal() { wx.showModal({ title: 'sure', success: r => this.setData({ said: 'modal ' + r.confirm }) }) },
      onTitle() { wx.setNavigationBarTitle({ title: 'new title' }) },
      onToast() { wx.showToast({ title: 'saved', duration: 4000 }) },
      onScroll(e) { this.setData({ said: 'scrolled ' + e.detail.scrollTop }) },
      onNext() { wx.navigateTo({ url: '/pages/next/next' }) },
      onThrow() { throw new Error('broken on purpose') },
    })
    """;

    private static final String MARKUP = """
    <view id="said">{{said}}</view><view>{{note}}</view>
    <button id="ask" open-type="getPhoneNumber" bindgetphonenumber="onPhone">ask</button>
    <button id="hang" bindtap="onHang">hang</button>
    <button id="modal" bindtap="onModal">modal</button>
    <button id="title" bindtap="onTitle">title</button>
    <button id="toast" bindtap="onToast">toast</button>
    <button id="next" bindtap="onNext">next</button>
    <button id="throw" bindtap="onThrow">throw</button>
    <input id="note" bindfocus="onNote" bindinput="onNote" bindblur="onNote" bindconfirm="onNote" maxlength="5" />
    <scroll-view id="list" bindscroll="onScroll" />
    """;

    final SettableClock clock = new SettableClock();
    final HttpClient client = HttpClient.newHttpClient();
    final DevelopmentSimulator simulator;
    final URI server;
    final String cookie;

    SimulatedShop(Path folder) throws IOException, InterruptedException {
        write(folder.resolve("program"));
        HostOptions options = HostOptions.defaults(folder.resolve("cache"))
            .withClock(clock)
            .withLimits(patientButNotForLoops());
        SimulatorPage page = SimulatorPage.read("/dev/cloakroom/runtime/server/page/");
        simulator = DevelopmentSimulator.open(folder.resolve("program"), new UserId("lin"), options, page, 0);
        simulator.host().host().api().vault().ownerView(new UserId("lin")).put(Field.PHONE, PHONE);
        simulator.run();
        URI address = simulator.address();
        server = address.resolve("/");
        String set = get(address, "").headers().firstValue("Set-Cookie").orElseThrow();
        cookie = set.substring(0, set.indexOf(';'));
    }

    private static Limits patientButNotForLoops() {
        return Limits.DEFAULT.withTurn(new Deadline(TURN.multipliedBy(6), TURN));
    }

    private static void write(Path folder) throws IOException {
        write(folder.resolve("project.config.json"), "{\"appid\": \"wx01\"}");
        write(
            folder.resolve("app.json"),
            """
            {
              "pages": ["pages/shop/shop", "pages/next/next"],
              "permission": { "scope.phoneNumber": { "desc": "to call you" } },
              "cloakroom": { "recipients": { "scope.phoneNumber": ["sms-gateway"] } }
            }
            """
        );
        write(folder.resolve("cloakroom.dev.json"), "{\"developer\": {\"id\": \"dev\", \"name\": \"The Shop\"}}");
        write(folder.resolve("app.js"), "App({ onLaunch() { console.log('launched') } })");
        write(folder.resolve("pages/shop/shop.js"), SCRIPT);
        write(folder.resolve("pages/shop/shop.wxml"), MARKUP);
        write(folder.resolve("pages/shop/shop.wxss"), "view { color: red }");
        write(folder.resolve("pages/next/next.js"), "Page({})");
        write(folder.resolve("pages/next/next.wxml"), "<view id=\"there\">the next page</view>");
        write(folder.resolve("images/tea.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        write(folder.resolve("secret.txt"), "no image");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    HttpResponse<String> get(URI address, String withCookie) throws IOException, InterruptedException {
        return client.send(
            HttpRequest.newBuilder(address).header("Cookie", withCookie).build(),
            BodyHandlers.ofString()
        );
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(server.resolve(path), cookie);
    }

    /** A tab of the browser that has the pass. */
    TestDocument openTab() {
        return new TestDocument(client, server, "http://" + server.getAuthority(), cookie);
    }

    @Override
    public void close() {
        client.shutdownNow();
        simulator.close();
    }

    /** Lets the program ask again, as the user can in the settings: a test's noes are no reason to spare the next one. */
    void forgetDenials() {
        var running = simulator.host().program().registration().id();
        simulator.host().host().api().consents().reopen(new UserId("lin"), running, ScopeCatalog.PHONE_NUMBER);
    }
}
