package dev.easel.guard;

import java.time.Instant;

/// How many retries all generations together may send to one provider. A port: when a provider is in
/// trouble, everybody wants to retry, and that would keep it there.
public interface RetryBudget {

    /// Takes one retry out of the budget of this minute. False when it is spent.
    boolean spend(String provider, Instant now);
}
