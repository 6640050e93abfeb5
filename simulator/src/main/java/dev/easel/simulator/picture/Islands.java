package dev.easel.simulator.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Connected regions of a picture.
final class Islands {

    private Islands() {}

    /// All regions of pixels that are marked, each a list of indices; neighbours are left, right,
    /// up and down.
    static List<List<Integer>> of(int width, int height, IntPredicate marked) {
        var seen = new boolean[width * height];
        var islands = new ArrayList<List<Integer>>();
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i] && marked.test(i)) {
                islands.add(explore(i, width, seen, marked));
            }
        }
        return islands;
    }

    private static List<Integer> explore(
            int start, int width, boolean[] seen, IntPredicate marked) {
        var island = new ArrayList<Integer>();
        var open = new ArrayDeque<Integer>();
        seen[start] = true;
        open.add(start);
        while (!open.isEmpty()) {
            int i = open.remove();
            island.add(i);
            int x = i % width;
            int[] around = {x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width};
            for (int j : around) {
                if (j >= 0 && j < seen.length && !seen[j] && marked.test(j)) {
                    seen[j] = true;
                    open.add(j);
                }
            }
        }
        return island;
    }

    /// Keeps the largest region above one half (and any with a tenth of its size), and closes its
    /// holes.
    static double[] largest(double[] levels, int width, int height) {
        var kept = levels.clone();
        var fronts = of(width, height, i -> levels[i] > 0.5);
        int largest = fronts.stream().mapToInt(List::size).max().orElse(0);
        for (var front : fronts) {
            if (front.size() * 10 < largest) {
                front.forEach(i -> kept[i] = 0);
            }
        }
        for (int i = 0; i < kept.length; i++) {
            kept[i] = nearFront(kept, width, i) ? kept[i] : 0;
        }
        for (var back : of(width, height, i -> kept[i] <= 0.5)) {
            boolean open = back.stream().anyMatch(i -> isEdge(i, width, height));
            if (back.size() * (open ? 40 : 3) < largest) {
                back.forEach(i -> close(kept, width, i));
            }
        }
        return kept;
    }

    /// The rim of a hole is only just above one half: it is closed with it.
    private static void close(double[] levels, int width, int i) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                int j = i + dy * width + dx;
                if (j >= 0 && j < levels.length && (levels[j] > 0.5 || j == i)) {
                    levels[j] = 1;
                }
            }
        }
    }

    /// Two pixels away at most: what is only half likely, and on its own, is dust.
    private static boolean nearFront(double[] levels, int width, int i) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                int j = i + dy * width + dx;
                if (j >= 0 && j < levels.length && levels[j] > 0.5) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isEdge(int i, int width, int height) {
        return i % width == 0 || i % width == width - 1 || i < width || i >= width * (height - 1);
    }
}
