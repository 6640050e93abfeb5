package dev.easel.simulator.job;

import dev.easel.simulator.picture.Picture;
import dev.easel.simulator.picture.Sizes;

import java.util.List;

/// How large a picture is to be.
public sealed interface Frame {

    /// Where the ratio is not said, it is that of the first photo; without one it is a square.
    Sizes.Size size(List<Picture> photos);

    /// In pixels.
    record Fixed(Sizes.Size size) implements Frame {
        @Override
        public Sizes.Size size(List<Picture> photos) {
            return size;
        }
    }

    /// By a tier (`0.5K`, `1K`, `2K`, `4K`) and a ratio; whatever is not `W:H` says nothing.
    record Tiered(String tier, String ratio) implements Frame {
        @Override
        public Sizes.Size size(List<Picture> photos) {
            double otherwise =
                    photos.isEmpty()
                            ? 1
                            : photos.getFirst().width() / (double) photos.getFirst().height();
            return Sizes.of(tier, Sizes.ratio(ratio, otherwise));
        }
    }
}
