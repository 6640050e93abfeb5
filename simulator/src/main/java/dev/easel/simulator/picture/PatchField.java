package dev.easel.simulator.picture;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// For every patch that touches the hole, the patch of the surroundings that looks most like it.
///
/// Two ideas that are public knowledge: good matches spread to neighbours and are improved by
/// random tries of shrinking reach (Barnes et al., PatchMatch, 2009), and every pixel of the hole
/// is the weighted vote of all patches over it (Wexler et al., Space-time completion, 2007). This
/// is our own small version of both.
final class PatchField {

    private static final int RADIUS = 3;
    private static final int SIDE = 2 * RADIUS + 1;

    private final Layer layer;
    private final RandomGenerator random;
    private final int[] sources;
    private final boolean[] isSource;
    private final int[] targets;
    private final boolean[] isTarget;
    private final int[] match;
    private final float[] distance;
    private boolean forward;

    private PatchField(Layer layer, RandomGenerator random) {
        this.layer = layer;
        this.random = random;
        int size = layer.width * layer.height;
        isSource = new boolean[size];
        isTarget = new boolean[size];
        match = new int[size];
        distance = new float[size];
        var touching = Mask.where(layer.width, layer.height, i -> layer.hole[i]).grown(RADIUS);
        for (int y = RADIUS; y < layer.height - RADIUS; y++) {
            for (int x = RADIUS; x < layer.width - RADIUS; x++) {
                isTarget[y * layer.width + x] = touching.at(x, y);
                isSource[y * layer.width + x] = !touching.at(x, y);
            }
        }
        sources = indices(isSource);
        targets = indices(isTarget);
    }

    /// Starts with matches picked at random.
    static PatchField scattered(Layer layer, RandomGenerator random) {
        var field = new PatchField(layer, random);
        if (field.sources.length > 0) {
            for (int target : field.targets) {
                field.match[target] = field.anySource();
            }
        }
        return field;
    }

    /// Starts with the matches of the layer of half the size, and paints the hole with them.
    static PatchField refined(Layer layer, PatchField coarse, RandomGenerator random) {
        var field = new PatchField(layer, random);
        if (field.sources.length == 0) {
            layer.stretchFilm();
            return field;
        }
        for (int target : field.targets) {
            field.match[target] = field.inherited(target, coarse);
        }
        Arrays.fill(field.distance, 1);
        field.vote();
        return field;
    }

    int width() {
        return layer.width;
    }

    int height() {
        return layer.height;
    }

    int colour(int index) {
        return Colour.of(
                layer.channels[index * 3],
                layer.channels[index * 3 + 1],
                layer.channels[index * 3 + 2]);
    }

    /// Where the pixel at x, y would be copied from, were it copied from one place.
    int matchNear(int x, int y) {
        int centreX = Math.clamp(x, RADIUS, Math.max(RADIUS, layer.width - 1 - RADIUS));
        int centreY = Math.clamp(y, RADIUS, Math.max(RADIUS, layer.height - 1 - RADIUS));
        int centre = Math.min(centreY * layer.width + centreX, match.length - 1);
        return match[centre] + (y - centreY) * layer.width + (x - centreX);
    }

    /// One sweep over all targets; the direction alternates.
    void search() {
        if (sources.length == 0) {
            return;
        }
        for (int target : targets) {
            distance[target] = compare(target, match[target], Float.MAX_VALUE);
        }
        for (int sweep = 0; sweep < 2; sweep++) {
            forward = !forward;
            for (int n = 0; n < targets.length; n++) {
                improve(targets[forward ? n : targets.length - 1 - n]);
            }
        }
    }

    private void improve(int target) {
        int step = forward ? -1 : 1;
        tryNeighbour(target, step);
        tryNeighbour(target, step * layer.width);
        for (int reach = Math.max(layer.width, layer.height); reach >= 2; reach /= 2) {
            int x = match[target] % layer.width + random.nextInt(2 * reach + 1) - reach;
            int y = match[target] / layer.width + random.nextInt(2 * reach + 1) - reach;
            if (x >= 0 && y >= 0 && x < layer.width && y < layer.height) {
                tryMatch(target, y * layer.width + x);
            }
        }
    }

    private void tryNeighbour(int target, int offset) {
        if (isTarget[target + offset]) {
            tryMatch(target, match[target + offset] - offset);
        }
    }

    private void tryMatch(int target, int candidate) {
        if (candidate >= 0 && candidate < isSource.length && isSource[candidate]) {
            float found = compare(target, candidate, distance[target]);
            if (found < distance[target]) {
                distance[target] = found;
                match[target] = candidate;
            }
        }
    }

    private float compare(int target, int source, float limit) {
        var channels = layer.channels;
        float sum = 0;
        for (int row = -RADIUS; row <= RADIUS && sum < limit; row++) {
            int left = (target + row * layer.width - RADIUS) * 3;
            int right = (source + row * layer.width - RADIUS) * 3;
            for (int i = 0; i < SIDE * 3; i++) {
                float difference = channels[left + i] - channels[right + i];
                sum += difference * difference;
            }
        }
        return sum;
    }

    /// Repaints the hole: each patch over a pixel votes for its colour, the better its match the
    /// louder.
    void vote() {
        if (sources.length == 0) {
            return;
        }
        var sums = new float[layer.channels.length];
        var weights = new float[layer.hole.length];
        float scale = spread();
        for (int target : targets) {
            float weight = (float) Math.exp(-distance[target] / scale) + 1e-6f;
            cast(target, weight, sums, weights);
        }
        for (int i = 0; i < weights.length; i++) {
            if (layer.hole[i] && weights[i] > 0) {
                layer.channels[i * 3] = sums[i * 3] / weights[i];
                layer.channels[i * 3 + 1] = sums[i * 3 + 1] / weights[i];
                layer.channels[i * 3 + 2] = sums[i * 3 + 2] / weights[i];
            }
        }
    }

    private void cast(int target, float weight, float[] sums, float[] weights) {
        for (int row = -RADIUS; row <= RADIUS; row++) {
            int to = target + row * layer.width - RADIUS;
            int from = match[target] + row * layer.width - RADIUS;
            for (int i = 0; i < SIDE; i++) {
                if (layer.hole[to + i]) {
                    weights[to + i] += weight;
                    for (int c = 0; c < 3; c++) {
                        sums[(to + i) * 3 + c] += weight * layer.channels[(from + i) * 3 + c];
                    }
                }
            }
        }
    }

    /// The distance that counts as ordinary: the lower quartile. Sharper than a mean, which blurs.
    private float spread() {
        var sorted = new float[targets.length];
        for (int n = 0; n < sorted.length; n++) {
            sorted[n] = distance[targets[n]];
        }
        Arrays.sort(sorted);
        return Math.max(1, sorted[sorted.length / 4]);
    }

    private int inherited(int target, PatchField coarse) {
        int x = Math.min(target % layer.width / 2, coarse.layer.width - 1);
        int y = Math.min(target / layer.width / 2, coarse.layer.height - 1);
        int found = coarse.matchNear(x, y);
        int foundX = found % coarse.layer.width * 2 + target % layer.width % 2;
        int foundY = found / coarse.layer.width * 2 + target / layer.width % 2;
        int index = foundY * layer.width + foundX;
        return index >= 0 && index < isSource.length && isSource[index] ? index : anySource();
    }

    private int anySource() {
        return sources[random.nextInt(sources.length)];
    }

    private static int[] indices(boolean[] flags) {
        var found = new int[flags.length];
        int count = 0;
        for (int i = 0; i < flags.length; i++) {
            if (flags[i]) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
