package dev.cloakroom.worker;

import dev.cloakroom.worker.confine.OpenJars;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;

/**
 * Uses, before the walls stand, whatever opens a file or loads a library when it is used first: data of locales
 * and time zones, the engine's services, every jar.
 */
final class Rehearsal {

    private static final Source BUILTINS = GuestLibrary.library(
        "builtins.js",
        """
        for (const use of [
          () => new Date(0).toString() + new Date(0).toLocaleString('de-DE'),
          () => new Intl.DateTimeFormat('zh-CN', { timeZone: 'America/New_York', dateStyle: 'full' }).format(0),
          () => new Intl.NumberFormat('fr', { style: 'currency', currency: 'EUR' }).format(1.5),
          () => new Intl.Collator('sv').compare('a', 'b') + 'a'.localeCompare('b'),
          () => new Intl.PluralRules('ar').select(2),
          () => new Intl.RelativeTimeFormat('ja').format(1, 'day'),
          () => new Intl.ListFormat('th').format(['a', 'b']),
          () => new Intl.DisplayNames('ru', { type: 'region' }).of('CN'),
          () => [...new Intl.Segmenter('th').segment('ab')].length,
          () => ['NFC', 'NFD', 'NFKC', 'NFKD'].map((form) => '\\u00e9\\ufb01'.normalize(form)),
          () => 'i'.toLocaleUpperCase('tr') + /\\p{Script=Han}+/iu.exec('\\u4e2d')[0],
          () => Math.random() + String(10n ** 50n),
          () => import('/none').catch(() => {}),
        ]) use()"""
    );

    private Rehearsal() {}

    static void of(GuestLibrary library) {
        try (Context context = library.newContext()) {
            context.eval(BUILTINS);
        }
        OpenJars.all();
    }
}
