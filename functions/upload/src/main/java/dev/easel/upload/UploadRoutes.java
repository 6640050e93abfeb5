package dev.easel.upload;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.Assets;
import dev.easel.door.Call;
import dev.easel.door.CallerLookup;
import dev.easel.door.RateLimit;
import dev.easel.door.Reply;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.guard.UploadLimit;
import dev.easel.id.Ids;

import java.time.Duration;
import java.util.List;

/// `POST /v1/uploads`: a URL under which exactly the announced bytes can be put, once.
final class UploadRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CallerLookup callers;
    private final UploadLimit limit;
    private final Assets assets;
    private final Ids ids;
    private final long bytesMax;
    private final Duration ttl;

    UploadRoutes(
            CallerLookup callers,
            UploadLimit limit,
            Assets assets,
            Ids ids,
            long bytesMax,
            Duration ttl) {
        this.callers = callers;
        this.limit = limit;
        this.assets = assets;
        this.ids = ids;
        this.bytesMax = bytesMax;
        this.ttl = ttl;
    }

    /// Only a request that is right is counted, and only one that is counted is signed.
    Reply start(Call call) {
        var request = UploadRequest.from(call.body(), bytesMax);
        return switch (limit.count(callers.caller(call))) {
            case UploadLimit.Answer.Counted(var standing) ->
                    RateLimit.on(sign(request), List.of(standing));
            case UploadLimit.Answer.Refused(var standing) ->
                    throw new FailureException(
                            new Failure.RateLimited(standing, List.of(standing)));
        };
    }

    private Reply sign(UploadRequest request) {
        var id = ids.upload(request.kind());
        var put =
                assets.presignPut(
                        AssetKeys.quarantine(id),
                        request.type(),
                        request.bytes(),
                        request.sha256(),
                        ttl);
        var json =
                JSON.createObjectNode()
                        .put("upload_id", id.value())
                        .put("method", "PUT")
                        .put("url", put.url().toString());
        var headers = json.putObject("headers");
        put.headers().forEach(headers::put);
        json.put("expires_at", put.expiresAt().toString());
        return Reply.json(201, json).with("cache-control", "no-store");
    }
}
