package dev.easel.upload;

import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.door.Call;
import dev.easel.door.Reply;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.id.GenerationId;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// `GET /v1/images/{generation}/{index}`: sends the caller on to a freshly signed URL, so that this
/// link never dies.
final class ImageRoute {

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,2}");

    private final Generations generations;
    private final Assets assets;
    private final Duration ttl;

    ImageRoute(Generations generations, Assets assets, Duration ttl) {
        this.generations = generations;
        this.assets = assets;
        this.ttl = ttl;
    }

    Reply read(Call call) {
        var picture =
                GenerationId.parse(call.parameter("generation"))
                        .flatMap(generations::find)
                        .flatMap(generation -> output(generation, call.parameter("index")))
                        .orElseThrow(() -> new FailureException(new Failure.NotFound("image")));
        var url = assets.presignGet(picture.key(), ttl).url().toString();
        // A cached redirect would outlive the signature that it leads to.
        return Reply.empty(302).with("location", url).with("cache-control", "no-store");
    }

    private static Optional<StoredPicture> output(Generation generation, String index) {
        return INDEX.matcher(index).matches()
                ? generation.output(Integer.parseInt(index))
                : Optional.empty();
    }
}
