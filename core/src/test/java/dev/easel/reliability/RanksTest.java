package dev.easel.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.OptionalLong;

class RanksTest {

    private static final BigDecimal TAIL = new BigDecimal("0.025");

    @Test
    void ofADayOfRunsAreThePublishedOnes() {
        assertThat(Ranks.of(0.95, 288))
                .isEqualTo(new Ranks(OptionalLong.of(266), OptionalLong.of(281)));
        assertThat(Ranks.of(0.99, 288))
                .isEqualTo(new Ranks(OptionalLong.of(281), OptionalLong.empty()));
    }

    /// By exact fractions of binomial coefficients, where the code adds logarithms.
    @Test
    void areThoseOfTheExactBinomialDistribution() {
        for (String share : new String[] {"0.50", "0.95", "0.99"}) {
            for (int n = 1; n <= 130; n++) {
                var quantile = new BigDecimal(share);
                assertThat(Ranks.of(quantile.doubleValue(), n))
                        .as("%s of %d", share, n)
                        .isEqualTo(exact(quantile, n));
            }
        }
    }

    private static Ranks exact(BigDecimal quantile, int n) {
        var upTo = BigDecimal.ZERO;
        long low = 0;
        long high = 0;
        var coefficient = BigInteger.ONE;
        for (int k = 0; k <= n; k++) {
            upTo =
                    upTo.add(
                            new BigDecimal(coefficient)
                                    .multiply(quantile.pow(k))
                                    .multiply(BigDecimal.ONE.subtract(quantile).pow(n - k)),
                            new MathContext(60));
            if (upTo.compareTo(TAIL) <= 0) {
                low = k + 1L;
            }
            if (high == 0 && upTo.compareTo(BigDecimal.ONE.subtract(TAIL)) >= 0) {
                high = k + 1L;
            }
            coefficient =
                    coefficient
                            .multiply(BigInteger.valueOf(n - k))
                            .divide(BigInteger.valueOf(k + 1));
        }
        return new Ranks(
                low == 0 ? OptionalLong.empty() : OptionalLong.of(low),
                high > n ? OptionalLong.empty() : OptionalLong.of(high));
    }

    @Test
    void stayWithinReachForAMonthOfTraffic() {
        var ranks = Ranks.of(0.99, 1_000_000);

        assertThat(ranks.low().orElseThrow()).isBetween(989_700L, 989_900L);
        assertThat(ranks.high().orElseThrow()).isBetween(990_100L, 990_300L);
    }
}
