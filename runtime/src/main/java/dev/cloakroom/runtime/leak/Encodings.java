package dev.cloakroom.runtime.leak;

import dev.cloakroom.runtime.leak.Encoding.Chunks;
import dev.cloakroom.runtime.leak.Encoding.Join;
import dev.cloakroom.runtime.leak.Encoding.Reading;
import dev.cloakroom.runtime.leak.Encoding.Serves;
import dev.cloakroom.runtime.leak.Encoding.Spelling;
import dev.cloakroom.runtime.leak.Encoding.Stage;
import dev.cloakroom.runtime.leak.Encoding.Trace;
import java.util.List;

/** The table of everything that a scan sees through. A new encoding is one line here and one sample in its test. */
public final class Encodings {

    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";

    /** Spellings, then readings, which compose with all spellings and with one another, then the rest. */
    public static final List<Encoding> ALL = List.of(
        new Spelling("plain", Rotations::plain),
        new Spelling("reversed", Rotations::reversed),
        new Spelling("digit shift", Rotations::shifted),
        new Spelling("digits as letters", Rotations::letters),
        new Spelling("rot13", Rotations::rot13),
        new Spelling("rot47", Rotations::rot47),
        new Spelling("radix", Radices::radix),
        new Spelling("scientific", Radices::scientific),
        new Spelling("binary", Radices::binary),
        new Spelling("packed decimal", Radices::packed),
        new Spelling("charset", Bytes::charsets),
        new Spelling("digest", Bytes::digests),
        new Reading("digits of other scripts", Serves.NUMBERS, Stage.LEVEL, Folds::digits),
        new Reading("numerals", Serves.NUMBERS, Stage.LEVEL, Folds::numerals),
        new Reading("separated", Serves.NUMBERS, Stage.STRIP, Folds::separated),
        new Reading("folded", Serves.TEXTS, Stage.LEVEL, Folds::folded),
        new Reading("squashed", Serves.TEXTS, Stage.STRIP, Folds::squashed),
        new Reading("utf-8", Serves.ALL, Stage.CHARACTERS, Packed::utf8),
        new Reading("compressed", Serves.ALL, Stage.DECODE, Packed::compressed),
        new Reading("bits", Serves.ALL, Stage.DECODE, new BitText(1, 40, List.of("01"), " ,_\n\r")),
        new Reading(
            "hex",
            Serves.ALL,
            Stage.DECODE,
            new BitText(4, 10, List.of("0123456789abcdef", "0123456789ABCDEF"), " :-,._\n\r")
        ),
        new Reading("base32", Serves.ALL, Stage.DECODE, new BitText(5, 11, List.of(UPPER + "234567"), "")),
        new Reading("base32 lower", Serves.ALL, Stage.DECODE, new BitText(5, 11, List.of(LOWER + "234567"), "")),
        new Reading(
            "base32hex",
            Serves.ALL,
            Stage.DECODE,
            new BitText(5, 11, List.of(DIGITS + UPPER.substring(0, 22)), "")
        ),
        new Reading(
            "base64",
            Serves.ALL,
            Stage.DECODE,
            new BitText(6, 7, List.of(UPPER + LOWER + DIGITS + "+/", UPPER + LOWER + DIGITS + "-_"), "\n\r")
        ),
        new Reading("percent", Serves.ALL, Stage.DECODE, Escapes::percent),
        new Reading("quoted-printable", Serves.ALL, Stage.DECODE, Escapes::quotedPrintable),
        new Reading("script escape", Serves.ALL, Stage.DECODE, Escapes::script),
        new Reading("octal escape", Serves.ALL, Stage.DECODE, Escapes::octal),
        new Reading("entity", Serves.ALL, Stage.DECODE, Escapes::entity),
        new Reading("character codes", Serves.ALL, Stage.DECODE, Escapes::codes),
        new Trace("part", Traces::part),
        new Trace("grouped part", Traces::groupedPart),
        new Trace("masked", Traces::masked),
        new Join("siblings", Joins::containers),
        new Join("column", Joins::columns),
        new Chunks("series", Series::of)
    );

    private Encodings() {}
}
