package dev.cloakroom.runtime.cli;

import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.sandbox.Launcher;

/** Makes the cache with which workers start faster; the launcher script does so behind a build. */
final class WorkerCache {

    private WorkerCache() {}

    public static void main(String[] args) {
        HostOptions defaults = HostOptions.defaults(UserFolders.cache());
        new Launcher(defaults.workerJdk(), defaults.workerCache()).makeCache();
    }
}
