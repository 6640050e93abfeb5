package dev.easel.simulator.picture;

/// The mean and the spread of each channel of a picture (Reinhard et al., Color transfer, 2001, in
/// RGB).
record Tone(Channel red, Channel green, Channel blue) {

    /// Mean and standard deviation.
    record Channel(double mean, double spread) {

        double moved(double value, Channel to) {
            return to.mean + (value - mean) * Math.clamp(to.spread / Math.max(1, spread), 0.5, 2);
        }
    }

    static Tone of(Picture picture) {
        var small = picture.within(128);
        var sums = new double[6];
        for (int i = 0; i < small.size(); i++) {
            int[] channels = {
                Colour.red(small.at(i)), Colour.green(small.at(i)), Colour.blue(small.at(i))
            };
            for (int c = 0; c < 3; c++) {
                sums[c] += channels[c];
                sums[c + 3] += channels[c] * channels[c];
            }
        }
        return new Tone(
                channel(sums, 0, small.size()),
                channel(sums, 1, small.size()),
                channel(sums, 2, small.size()));
    }

    private static Channel channel(double[] sums, int c, int count) {
        double mean = sums[c] / count;
        return new Channel(mean, Math.sqrt(Math.max(0, sums[c + 3] / count - mean * mean)));
    }

    /// Another picture with this tone, by a share of the way.
    Picture given(Picture picture, double share) {
        var from = of(picture);
        return picture.map(i -> {
            int pixel = picture.at(i);
            int moved =
                    Colour.of(
                            from.red.moved(Colour.red(pixel), red),
                            from.green.moved(Colour.green(pixel), green),
                            from.blue.moved(Colour.blue(pixel), blue));
            return Colour.withAlpha(Colour.mix(pixel, moved, share), Colour.alpha(pixel));
        });
    }
}
