package dev.easel.judging;

/// A judge outside this process that takes its time. A port.
public interface Evaluator {

    /// Which seat on the panel it takes.
    Judge judge();

    /// Asks, once. Never throws for what the service or the network can do.
    Asking ask(Question question);

    /// Asks whether it is done.
    Opinion hear(String ticket);
}
