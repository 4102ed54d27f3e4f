package dev.cloakroom.runtime.check;

import dev.cloakroom.runtime.program.Manifest;
import dev.cloakroom.runtime.program.MiniProgram;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a program declares, against what it uses: in the run, or by name in its sources.
 *
 * @param unused scopes of {@code permission} that nothing asks for
 * @param undeclared scopes that something asks for and {@code permission} gives no reason for
 * @param unusedPrivateInfos location and address APIs that the manifest lists and nothing calls
 * @param undeclaredPrivateInfos APIs that are called and that WeChat wants listed there
 */
record Permissions(
    Set<String> unused,
    Set<String> undeclared,
    Set<String> unusedPrivateInfos,
    Set<String> undeclaredPrivateInfos
) {
    private static final Set<String> PRIVATE_INFOS = Set.of(
        "getFuzzyLocation",
        "getLocation",
        "onLocationChange",
        "startLocationUpdate",
        "startLocationUpdateBackground",
        "chooseLocation",
        "choosePoi",
        "chooseAddress"
    );

    private static final String LOCATION = "scope.userLocation";

    /** What each API asks for; by WeChat's table of scopes and this host's. */
    private static final Map<String, String> SCOPES = Map.ofEntries(
        Map.entry("getLocation", LOCATION),
        Map.entry("chooseLocation", LOCATION),
        Map.entry("choosePoi", LOCATION),
        Map.entry("startLocationUpdate", LOCATION),
        Map.entry("onLocationChange", LOCATION),
        Map.entry("getFuzzyLocation", "scope.userFuzzyLocation"),
        Map.entry("startLocationUpdateBackground", "scope.userLocationBackground"),
        Map.entry("chooseAddress", "scope.address"),
        Map.entry("chooseInvoiceTitle", "scope.invoiceTitle"),
        Map.entry("chooseContact", "scope.contact"),
        Map.entry("chooseLicensePlate", "scope.licensePlate"),
        Map.entry("getWeRunData", "scope.werun"),
        Map.entry("getUserInfo", "scope.userInfo"),
        Map.entry("getUserProfile", "scope.userInfo"),
        Map.entry("getPhoneNumber", "scope.phoneNumber")
    );

    /** @param asked the scopes that the broker decided about in the run */
    static Permissions of(MiniProgram program, Set<String> asked) {
        Manifest manifest = program.manifest();
        Set<String> named = named(program);
        Set<String> used = Stream.concat(asked.stream(), named.stream().map(SCOPES::get)).collect(sorted());
        Set<String> infos = named.stream().filter(PRIVATE_INFOS::contains).collect(sorted());
        String sources = sources(program);
        return new Permissions(
            less(manifest.reasons().keySet(), scope -> used.contains(scope) || sources.contains(scope)),
            less(used, manifest.reasons()::containsKey),
            less(manifest.privateInfos(), infos::contains),
            less(infos, manifest.privateInfos()::contains)
        );
    }

    private static Set<String> named(MiniProgram program) {
        String sources = sources(program);
        return SCOPES.keySet()
            .stream()
            .filter(api -> calls(api).matcher(sources).find())
            .collect(sorted());
    }

    private static Pattern calls(String api) {
        return Pattern.compile("\\bwx(?:\\.|\\[['\"])" + api + "\\b|open-type=['\"]" + api + "['\"]");
    }

    private static String sources(MiniProgram program) {
        return String.join("\n", program.files().texts(".js", ".ts", ".wxml").values());
    }

    private static Set<String> less(Set<String> all, Predicate<String> without) {
        return all.stream().filter(without.negate()).collect(sorted());
    }

    private static Collector<String, ?, TreeSet<String>> sorted() {
        return Collectors.toCollection(TreeSet::new);
    }
}
