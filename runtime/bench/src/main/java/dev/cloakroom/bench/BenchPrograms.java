package dev.cloakroom.bench;

import dev.cloakroom.runtime.compile.CompilerVersion;
import dev.cloakroom.runtime.compile.ProgramCompiler;
import dev.cloakroom.runtime.program.ProgramLoader;
import dev.cloakroom.runtime.sandbox.SandboxFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The programs that are measured, compiled to what a worker loads. */
final class BenchPrograms {

    private static final String APP = """
    {"pages": ["pages/home/home"], "window": {"navigationBarTitleText": "Bench"}}""";

    private static final String ROW_STYLE = """
    .row { display: flex; padding: 10rpx; }
    .name { color: #333; font-size: 28rpx; }
    """;

    private final Path folder;
    private final ProgramCompiler compiler;

    /** @param folder where generated sources and compiled programs are put */
    BenchPrograms(Path folder, SandboxFactory sandboxes) throws IOException {
        this.folder = folder;
        this.compiler = new ProgramCompiler(
            folder.resolve("compiled"),
            CompilerVersion.ofClassPath(),
            sandboxes::compile
        );
    }

    /** A list of twenty rows; a tap changes one of them. */
    String small() throws IOException {
        return home(
            "small",
            """
            <view class="title">{{title}}</view>
            <button id="tap" bindtap="tap">{{taps}}</button>
            <view wx:for="{{rows}}" wx:key="id" class="row" data-id="{{item.id}}">
              <text class="name">{{item.name}}</text><text class="price">{{item.price}}</text>
            </view>
            """,
            """
            Page({
              data: { title: 'Rows', taps: 0, rows: Array.from({ length: 20 },
                (_, id) => ({ id, name: `Row number ${id}`, price: `${id * 3}.00` })) },
              tap() { this.setData({ taps: this.data.taps + 1, [`rows[${this.data.taps % 20}].price`]: `${this.data.taps}` }) },
            })
            """
        );
    }

    /** A small page in front of 600 kB of code, as bundled libraries are. */
    String large() throws IOException {
        write(folder.resolve("large/lib/library.js"), library());
        return home(
            "large",
            "<view>{{size}}</view><button id=\"tap\" bindtap=\"tap\">{{taps}}</button>",
            """
            const library = require('../../lib/library.js')
            Page({
              data: { taps: 0, size: Object.keys(library).length, first: library.f0(1, 2).text },
              tap() { this.setData({ taps: this.data.taps + 1 }) },
            })
            """
        );
    }

    private static String library() {
        return IntStream.range(0, 4000)
            .mapToObj(
                """
                exports.f%1$d = function (a, b) {
                  const c = a + b + %1$d
                  if (c < 0) return [a, b, c].map((x) => x * 2).filter((x) => x > c)
                  return { a, b, c, text: 'value ' + c }
                }
                """::formatted
            )
            .collect(Collectors.joining());
    }

    /** A home page of the heavy kind: about 150 kB of operations for its first page. */
    String heavy() throws IOException {
        return home(
            "heavy",
            """
            <button id="tap" bindtap="tap">{{taps}}</button>
            <view wx:for="{{sections}}" wx:for-item="section" wx:key="id" class="section">
              <view class="row"><text class="name">{{section.title}}</text><text class="more">more</text></view>
              <view wx:for="{{section.goods}}" wx:key="id" class="row {{item.hot ? 'hot' : ''}}" data-id="{{item.id}}" bindtap="open">
                <image class="picture" src="{{item.picture}}" mode="aspectFill" lazy-load />
                <view class="text"><text class="name">{{item.name}}</text><view wx:if="{{item.hot}}" class="badge">hot</view>
                  <view class="price" style="color: {{item.hot ? 'red' : 'black'}}">{{item.price}}</view></view>
              </view>
            </view>
            """,
            """
            const goods = (section) => Array.from({ length: 12 }, (_, i) => ({ id: `${section}-${i}`,
              name: `Goods ${i} of section ${section}, with a name of some length`, hot: i % 3 === 0,
              price: `${i * 7 + section}.90`, picture: `https://img.example/${section}/${i}/picture.jpg` }))
            Page({
              data: { taps: 0, sections: Array.from({ length: 16 },
                (_, id) => ({ id, title: `Section ${id}`, goods: goods(id) })) },
              tap() { this.setData({ taps: this.data.taps + 1 }) },
              open() {},
            })
            """
        );
    }

    /** A tap makes so many calls to the host, each of so many lanes beginning one when its last is answered. */
    String caller(int calls, int inFlight) throws IOException {
        return home(
            "caller-" + inFlight,
            "<button id=\"tap\" bindtap=\"tap\">call</button>",
            """
            Page({ async tap() {
              let left = %d
              const lane = async (number) => { while (left-- > 0) await wx.getSetting({ lane: number }) }
              await Promise.all(Array.from({ length: %d }, (_, number) => lane(number)))
            } })
            """.formatted(calls, inFlight)
        );
    }

    /** Where the sources of such a program are. */
    Path folderOfCaller(int inFlight) {
        return folder.resolve("caller-" + inFlight);
    }

    /** A tap counts primes: much computing, and one number on the page. */
    String computing() throws IOException {
        return home(
            "computing",
            "<button id=\"tap\" bindtap=\"tap\">{{count}} {{taps}}</button>",
            """
            const below = 100000
            Page({
              data: { count: 0, taps: 0 },
              tap() {
                const composite = new Uint8Array(below)
                let count = 0
                for (let n = 2; n < below; n++) {
                  if (composite[n]) continue
                  count++
                  for (let m = 2 * n; m < below; m += n) composite[m] = 1
                }
                this.setData({ count, taps: this.data.taps + 1 })
              },
            })
            """
        );
    }

    /** A tap runs code that does not stop. */
    String runaway(String name, String code) throws IOException {
        return home(
            "runaway-" + name,
            "<button id=\"tap\" bindtap=\"tap\">run</button>",
            "Page({ tap() { %s } })".formatted(code)
        );
    }

    /** A program of the tree. */
    String at(Path program) throws IOException {
        return compiler.compile(ProgramLoader.load(program)).toLoadJson();
    }

    private String home(String name, String template, String code) throws IOException {
        Path program = folder.resolve(name);
        Map<String, String> files = Map.of(
            "app.json",
            APP,
            "project.config.json",
            "{\"appid\": \"bench-" + name + "\"}",
            "app.js",
            "App({})",
            "pages/home/home.wxml",
            template,
            "pages/home/home.wxss",
            ROW_STYLE,
            "pages/home/home.js",
            code
        );
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(program.resolve(file.getKey()), file.getValue());
        }
        return at(program);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
