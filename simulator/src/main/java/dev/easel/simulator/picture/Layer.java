package dev.easel.simulator.picture;

/// One size of a picture with a hole in it: three floats a pixel, so that a patch is compared in
/// one straight run.
final class Layer {

    final int width;
    final int height;
    final float[] channels;
    final boolean[] hole;

    private Layer(int width, int height) {
        this.width = width;
        this.height = height;
        this.channels = new float[width * height * 3];
        this.hole = new boolean[width * height];
    }

    static Layer of(Picture picture, Mask mask) {
        var layer = new Layer(picture.width(), picture.height());
        for (int i = 0; i < picture.size(); i++) {
            layer.channels[i * 3] = Colour.red(picture.at(i));
            layer.channels[i * 3 + 1] = Colour.green(picture.at(i));
            layer.channels[i * 3 + 2] = Colour.blue(picture.at(i));
            layer.hole[i] = mask.at(i);
        }
        return layer;
    }

    /// Half the size; a pixel is known if any of its four is, and is the mean of those.
    Layer halved() {
        var half = new Layer(width / 2, height / 2);
        for (int y = 0; y < half.height; y++) {
            for (int x = 0; x < half.width; x++) {
                half.average(this, x, y);
            }
        }
        return half;
    }

    private void average(Layer whole, int x, int y) {
        int index = y * width + x;
        int known = 0;
        for (int part = 0; part < 4; part++) {
            int from = (y * 2 + part / 2) * whole.width + x * 2 + part % 2;
            if (!whole.hole[from]) {
                known++;
                for (int c = 0; c < 3; c++) {
                    channels[index * 3 + c] += whole.channels[from * 3 + c];
                }
            }
        }
        hole[index] = known == 0;
        for (int c = 0; c < 3; c++) {
            channels[index * 3 + c] /= Math.max(1, known);
        }
    }

    /// How many pixels deep the hole is, by peeling it.
    int depth() {
        var mask = Mask.where(width, height, i -> hole[i]);
        int depth = 0;
        while (mask.count() > 0 && depth < 4096) {
            mask = mask.shrunk(4);
            depth += 4;
        }
        return depth;
    }

    /// Fills the hole smoothly, as a soap film hangs in a frame (Laplace's equation, by
    /// relaxation). Small layers only.
    void stretchFilm() {
        seedFilm();
        for (int round = 0; round < 300; round++) {
            for (int i = 0; i < hole.length; i++) {
                if (hole[i]) {
                    relax(i);
                }
            }
        }
    }

    private void seedFilm() {
        var sum = new double[3];
        int known = 0;
        for (int i = 0; i < hole.length; i++) {
            if (!hole[i]) {
                known++;
                for (int c = 0; c < 3; c++) {
                    sum[c] += channels[i * 3 + c];
                }
            }
        }
        for (int i = 0; i < hole.length; i++) {
            for (int c = 0; hole[i] && c < 3; c++) {
                channels[i * 3 + c] = (float) (sum[c] / Math.max(1, known));
            }
        }
    }

    private void relax(int i) {
        int x = i % width;
        int y = i / width;
        int left = x > 0 ? i - 1 : i;
        int right = x < width - 1 ? i + 1 : i;
        int up = y > 0 ? i - width : i;
        int down = y < height - 1 ? i + width : i;
        for (int c = 0; c < 3; c++) {
            float mean =
                    channels[left * 3 + c]
                            + channels[right * 3 + c]
                            + channels[up * 3 + c]
                            + channels[down * 3 + c];
            channels[i * 3 + c] = mean / 4;
        }
    }
}
