package dev.easel.dispatch;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.fetch.Fetch;
import dev.easel.fetch.Fetched;
import dev.easel.id.GenerationId;
import dev.easel.picture.PictureHeader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Copies what a provider made into our bucket, through a file and under the type its bytes have,
/// whatever was declared.
public final class Storing {

    private final Fetch fetch;
    private final Assets assets;

    public Storing(Fetch fetch, Assets assets) {
        this.fetch = fetch;
        this.assets = assets;
    }

    /// What came of it.
    sealed interface Outcome {}

    /// All of it is ours.
    record Stored(List<StoredPicture> pictures) implements Outcome {}

    /// Something did not come through; it may, later.
    record NotYet(ProviderFailure failure) implements Outcome {}

    /// Something came that is no picture; it will not get better.
    record Unusable(ProviderFailure failure) implements Outcome {}

    Outcome store(GenerationId generation, List<URI> remote) {
        var pictures = new ArrayList<StoredPicture>();
        for (int i = 0; i < remote.size(); i++) {
            switch (store(generation, i, remote.get(i))) {
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

    private Outcome store(GenerationId generation, int index, URI url) {
        var file = temporary();
        try {
            return switch (fetch.fetch(url, file)) {
                case Fetched.Arrived(var arrived, var bytes, _) ->
                        keep(generation, index, arrived, bytes);
                case Fetched.Failed(var reason) ->
                        new NotYet(
                                new ProviderFailure(
                                        FailureClass.OUTPUT_FETCH_FAILED,
                                        Billed.YES,
                                        "output " + index + ": " + reason));
            };
        } finally {
            delete(file);
        }
    }

    private Outcome keep(GenerationId generation, int index, Path file, long bytes) {
        var header = PictureHeader.read(file);
        if (header.isEmpty()) {
            return new Unusable(
                    new ProviderFailure(
                            FailureClass.BAD_OUTPUT,
                            Billed.YES,
                            "output " + index + " is no picture"));
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

    private static Path temporary() {
        try {
            return Files.createTempFile("output", ".bin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
