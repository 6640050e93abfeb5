package dev.easel.door;

import dev.easel.quota.Standing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The fields `RateLimit` and `RateLimit-Policy` of draft-ietf-httpapi-ratelimit-headers: what the
/// quotas are (`q` in `w` seconds) and what is left of them (`r`, one more in `t` seconds).
public final class RateLimit {

    private RateLimit() {}

    /// The reply with both fields; without them where nobody could read how the caller stands.
    public static Reply on(Reply reply, List<Standing> standings) {
        return standings.isEmpty()
                ? reply
                : reply.with("ratelimit", join(standings, RateLimit::left))
                        .with("ratelimit-policy", join(standings, RateLimit::policy));
    }

    private static String join(List<Standing> standings, Function<Standing, String> writer) {
        return standings.stream().map(writer).collect(Collectors.joining(", "));
    }

    private static String left(Standing standing) {
        var left = "\"%s\";r=%d".formatted(standing.quota().name(), standing.remaining());
        return standing.nextIn().isZero() ? left : left + ";t=" + standing.nextInSeconds();
    }

    private static String policy(Standing standing) {
        var quota = standing.quota();
        return "\"%s\";q=%d;w=%d"
                .formatted(quota.name(), quota.limit(), quota.window().toSeconds());
    }
}
