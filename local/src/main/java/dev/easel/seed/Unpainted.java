package dev.easel.seed;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.StoredPicture;
import dev.easel.image.MediaType;
import dev.easel.image.Size;

import org.jspecify.annotations.Nullable;

/// Pictures that nobody painted: for whoever only counts them.
public final class Unpainted implements Gallery {

    private static final StoredPicture ANY =
            new StoredPicture("benchmarks/seed/any.png", MediaType.PNG, new Size(1360, 768), 1);

    @Override
    public Shot good(String prompt, String provider) {
        return shot(AssetKeys.thumbnail(AssetKeys.benchmarkSeed(prompt, provider)));
    }

    @Override
    public Shot blank() {
        return shot(AssetKeys.thumbnail(AssetKeys.benchmarkSeed("spoilt", "blank")));
    }

    @Override
    public Shot truncated() {
        return shot(null);
    }

    private static Shot shot(@Nullable String thumbnail) {
        return new Shot(ANY, thumbnail);
    }
}
