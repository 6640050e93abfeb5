package dev.easel.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Pages that somebody may be editing: whoever loads a document gets the folder as it is now, and what
/// that document names stays as it was then.
public final class LiveSite {

    /// So many states are remembered for pages that are open.
    private static final int STATES_MAX = 16;

    private final SiteFolder folder;
    private final SiteConfig config;
    private final Map<String, Site> states =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Site> eldest) {
                    return size() > STATES_MAX;
                }
            };

    public LiveSite(SiteFolder folder, SiteConfig config) {
        this.folder = folder;
        this.config = config;
    }

    /// What is served under a path, which has no slash before it. Nothing but what was read from the folder: no
    /// path leads anywhere else.
    public synchronized Optional<SiteFile> find(String path) {
        if (path.equals(SiteConfig.PATH)) {
            return Optional.of(config.file(read().version()));
        }
        if (!path.startsWith(Site.VERSIONS)) {
            return read().find(path);
        }
        var version = path.substring(Site.VERSIONS.length()).split("/", 2)[0];
        var state = states.get(version);
        return (state == null ? read() : state).find(path);
    }

    private Site read() {
        var site = folder.read(states);
        states.put(site.version(), site);
        return site;
    }
}
