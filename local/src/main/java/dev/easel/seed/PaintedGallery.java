package dev.easel.seed;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.benchmark.Keeping;
import dev.easel.image.MediaType;
import dev.easel.image.Size;
import dev.easel.picture.Pictures;
import dev.easel.reliability.Prompt;
import dev.easel.reliability.Prompts;
import dev.easel.simulator.picture.Mishap;
import dev.easel.simulator.picture.Painting;
import dev.easel.simulator.picture.Sizes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Pictures that are painted from the benchmark's prompts by the simulators' own brush, a variant for
/// each provider, and kept as the benchmark keeps what it gets.
final class PaintedGallery implements Gallery {

    private static final Sizes.Size SIZE = Sizes.of("1K", 16 / 9.0);
    private static final String BLANK = AssetKeys.benchmarkSeed("spoilt", "blank");
    private static final String TRUNCATED = AssetKeys.benchmarkSeed("spoilt", "truncated");

    private final Assets assets;
    private final Keeping keeping;
    private final Map<String, Shot> shots = new HashMap<>();

    private PaintedGallery(Assets assets) {
        this.assets = assets;
        this.keeping = new Keeping(assets);
    }

    /// Paints and keeps what is not there yet.
    static PaintedGallery hang(Assets assets) {
        var gallery = new PaintedGallery(assets);
        for (var prompt : Prompts.all()) {
            for (int i = 0; i < Actor.ALL.size(); i++) {
                gallery.hang(prompt, Actor.ALL.get(i).provider(), i);
            }
        }
        var any = Painting.of(Prompts.all().getFirst().text(), SIZE, 0);
        gallery.keep(BLANK, Mishap.blank(any).png());
        gallery.keep(TRUNCATED, half(any.png()));
        return gallery;
    }

    private void hang(Prompt prompt, String provider, int variant) {
        var place = AssetKeys.benchmarkSeed(prompt.id(), provider);
        hanging(place)
                .ifPresentOrElse(
                        shot -> shots.put(place, shot),
                        () -> keep(place, Painting.of(prompt.text(), SIZE, variant).jpeg()));
    }

    /// The small copy is written last: where it is, all is.
    private Optional<Shot> hanging(String place) {
        var key = AssetKeys.file(place, MediaType.JPEG);
        var thumbnail = AssetKeys.thumbnail(place);
        return assets.find(thumbnail)
                .flatMap(_ -> assets.find(key))
                .map(found ->
                        new Shot(
                                new StoredPicture(
                                        key,
                                        MediaType.JPEG,
                                        new Size(SIZE.width(), SIZE.height()),
                                        found.bytes()),
                                thumbnail));
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private void keep(String place, byte[] bytes) {
        var kept = keeping.keep(place, bytes, Pictures.decode(bytes));
        shots.put(place, new Shot(Objects.requireNonNull(kept.picture()), kept.thumbnail()));
    }

    int size() {
        return shots.size();
    }

    @Override
    public Shot good(String prompt, String provider) {
        return shot(AssetKeys.benchmarkSeed(prompt, provider));
    }

    @Override
    public Shot blank() {
        return shot(BLANK);
    }

    @Override
    public Shot truncated() {
        return shot(TRUNCATED);
    }

    private Shot shot(String place) {
        return Objects.requireNonNull(shots.get(place), place);
    }
}
