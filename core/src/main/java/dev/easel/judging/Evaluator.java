package dev.easel.judging;

/// A judge outside this process that takes its time. A port.
public interface Evaluator {

    /// Which seat on the panel it takes.
    Judge judge();

    /// Asks. Asking the same question again is the same question. Never throws for what the service,
    /// the network or a missing key can do.
    Asking ask(Question question);

    /// Asks whether it is done.
    Opinion hear(String ticket);
}
