package dev.easel.upload;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.Assets;
import dev.easel.door.Call;
import dev.easel.door.Reply;
import dev.easel.id.Ids;

import java.time.Duration;

/// `POST /v1/uploads`: a URL under which exactly the announced bytes can be put, once.
final class UploadRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Assets assets;
    private final Ids ids;
    private final long bytesMax;
    private final Duration ttl;

    UploadRoutes(Assets assets, Ids ids, long bytesMax, Duration ttl) {
        this.assets = assets;
        this.ids = ids;
        this.bytesMax = bytesMax;
        this.ttl = ttl;
    }

    Reply start(Call call) {
        var request = UploadRequest.from(call.body(), bytesMax);
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
