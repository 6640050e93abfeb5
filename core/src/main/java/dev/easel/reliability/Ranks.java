package dev.easel.reliability;

import java.util.OptionalLong;

/// Between which of `n` sorted samples a quantile of the truth lies with at least 95 % confidence. It
/// assumes nothing of how the samples are distributed: how many of them lie below the quantile is
/// binomial.
///
/// @param low counted from 1; empty where even the smallest sample may lie above the quantile
/// @param high counted from 1; empty where even the largest one may lie below it
public record Ranks(OptionalLong low, OptionalLong high) {

    private static final double TAIL = 0.025;

    /// Of the quantile `share`, which is within 0 and 1.
    public static Ranks of(double share, long n) {
        if (n < 1 || !(share > 0) || !(share < 1)) {
            throw new IllegalArgumentException("no quantile " + share + " of " + n);
        }
        double odds = Math.log(share) - Math.log1p(-share);
        double term = n * Math.log1p(-share);
        double below = 0;
        long low = 0;
        for (long k = 0; k <= n; k++) {
            // `below` is how likely fewer than k samples are below, `upTo` how likely at most k.
            double upTo = below + Math.exp(term);
            if (upTo <= TAIL) {
                low = k + 1;
            }
            if (upTo >= 1 - TAIL) {
                return new Ranks(rank(low), k + 1 > n ? OptionalLong.empty() : rank(k + 1));
            }
            below = upTo;
            term += Math.log((double) (n - k)) - Math.log(k + 1.0) + odds;
        }
        return new Ranks(rank(low), OptionalLong.empty());
    }

    private static OptionalLong rank(long rank) {
        return rank == 0 ? OptionalLong.empty() : OptionalLong.of(rank);
    }
}
