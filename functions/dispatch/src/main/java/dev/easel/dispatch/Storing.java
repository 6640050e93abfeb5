package dev.easel.dispatch;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.door.TemporaryFile;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.fetch.Fetch;
import dev.easel.fetch.Fetched;
import dev.easel.id.GenerationId;
import dev.easel.picture.PictureHeader;
import dev.easel.provider.Output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Copies what a provider made into our bucket, through a file and under the type its bytes have,
/// whatever was declared.
public final class Storing {

    /// After this no further download begins: together with the last one, which has a time-out of
    /// its own, the step stays within the function's time.
    private static final Duration BEGIN_WITHIN = Duration.ofSeconds(20);

    private final Fetch fetch;
    private final Assets assets;
    private final Clock clock;

    public Storing(Fetch fetch, Assets assets, Clock clock) {
        this.fetch = fetch;
        this.assets = assets;
        this.clock = clock;
    }

    /// What came of it.
    sealed interface Outcome {}

    /// All of it is ours.
    record Stored(List<StoredPicture> pictures) implements Outcome {}

    /// Something did not come through; it may, later.
    record NotYet(ProviderFailure failure) implements Outcome {}

    /// Something came that is no picture; it will not get better.
    record Unusable(ProviderFailure failure) implements Outcome {}

    /// @param made how many outputs it has already
    Outcome store(GenerationId generation, List<URI> remote, int made) {
        var pictures = new ArrayList<StoredPicture>();
        var end = clock.instant().plus(BEGIN_WITHIN);
        for (int i = 0; i < remote.size(); i++) {
            if (clock.instant().isAfter(end)) {
                return new NotYet(
                        failed(FailureClass.OUTPUT_FETCH_FAILED, "output " + i + ": no time left"));
            }
            switch (store(generation, made + i, remote.get(i))) {
                case Stored(var stored) -> pictures.addAll(stored);
                case NotYet failed -> {
                    return failed;
                }
                case Unusable failed -> {
                    return failed;
                }
            }
        }
        return new Stored(pictures);
    }

    /// Keeps pictures that came with an answer.
    ///
    /// @param made how many outputs it has already
    Outcome keep(GenerationId generation, List<Output.Inline> pictures, int made) {
        var kept = new ArrayList<StoredPicture>();
        for (int i = 0; i < pictures.size(); i++) {
            try (var file = TemporaryFile.named("output")) {
                var bytes = pictures.get(i).bytes();
                Files.write(file.path(), bytes);
                switch (keep(generation, made + i, file.path(), bytes.length)) {
                    case Stored(var stored) -> kept.addAll(stored);
                    case NotYet failed -> {
                        return failed;
                    }
                    case Unusable failed -> {
                        return failed;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Stored(kept);
    }

    private Outcome store(GenerationId generation, int index, URI url) {
        try (var file = TemporaryFile.named("output")) {
            return switch (fetch.fetch(url.toString(), file.path())) {
                case Fetched.Arrived(var arrived, var bytes, _) ->
                        keep(generation, index, arrived, bytes);
                case Fetched.Failed(var reason) ->
                        new NotYet(
                                failed(
                                        FailureClass.OUTPUT_FETCH_FAILED,
                                        "output " + index + ": " + reason));
            };
        }
    }

    private Outcome keep(GenerationId generation, int index, Path file, long bytes) {
        var header = PictureHeader.read(file);
        if (header.isEmpty()) {
            return new Unusable(
                    failed(FailureClass.BAD_OUTPUT, "output " + index + " is no picture"));
        }
        var type = header.get().type();
        var picture =
                new StoredPicture(
                        AssetKeys.output(generation, index, type),
                        type,
                        header.get().size(),
                        bytes);
        assets.write(picture.key(), type, file);
        return new Stored(List.of(picture));
    }

    private static ProviderFailure failed(FailureClass kind, String diagnostic) {
        return new ProviderFailure(kind, Billed.YES, diagnostic);
    }
}
