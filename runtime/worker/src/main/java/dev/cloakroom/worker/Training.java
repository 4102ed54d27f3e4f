package dev.cloakroom.worker;

import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.FrameWriter;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.worker.compile.CompileMode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What both kinds of worker do, on input of our own: the JVM watches and keeps what it will need again. */
final class Training {

    private static final int OPENS = 3;
    private static final int TAPS = 50;
    private static final int MAX_FRAME_BYTES = 1 << 20;

    private static final String PACKAGE = """
    {"files":{
      "a.wxml":"<wxs module=\\"m\\">module.exports={f:function(x){return x+1}}</wxs><view wx:for=\\"{{list}}\\" wx:key=\\"id\\" bindtap=\\"tap\\"><text wx:if=\\"{{item.on}}\\">{{m.f(item.id)}}</text><slot wx:else /></view>",
      "a.js":"const b = require('./b')\\nPage({ data: { list: [] }, tap() { this.setData({ list: b.make(3) }) } })",
      "b.ts":"export const make = (n: number): object[] => Array.from({ length: n }, (_, id) => ({ id, on: id > 1 }))",
      "c.js":"import { make } from './b'\\nexport default class C { list = make(2) }"}}""";

    private Training() {}

    static void run() throws IOException {
        CompileMode.run(reader(compileFrame()), nowhere(), () -> "{}");
        var library = new GuestLibrary();
        Rehearsal.of(library);
        new Worker(library, reader(), nowhere()).warmUp(new WarmUp(library, OPENS, TAPS)).run("{}");
        System.exit(0);
    }

    private static byte[] compileFrame() throws IOException {
        var bytes = new ByteArrayOutputStream();
        new FrameWriter(bytes).write(Frame.toWorker(Kind.COMPILE, PACKAGE));
        return bytes.toByteArray();
    }

    private static FrameReader reader(byte... bytes) {
        InputStream in = new ByteArrayInputStream(bytes);
        return new FrameReader(in, Kind.Sender.HOST, MAX_FRAME_BYTES);
    }

    private static FrameWriter nowhere() {
        return new FrameWriter(OutputStream.nullOutputStream());
    }
}
