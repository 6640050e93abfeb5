package dev.easel.reliability;

/// Tells bad samples from good ones, and what one of them says about how often they are bad.
///
/// @param limit from this value on one is bad
/// @param usual what share of them is bad as long as nothing has changed
/// @param worse what share would be if it had: more than usual
public record Gauge(double limit, double usual, double worse) {

    public Gauge {
        if (!(usual > 0 && usual < worse && worse < 1)) {
            throw new IllegalArgumentException(usual + " and " + worse + " cannot be told apart");
        }
    }

    /// The logarithm of how much likelier this one is if it got worse than if nothing has changed.
    double weight(Reading reading) {
        return reading.value() >= limit
                ? Math.log(worse / usual)
                : Math.log((1 - worse) / (1 - usual));
    }
}
