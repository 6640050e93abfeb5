package dev.easel.provider;

/// What a provider says when it is asked for a job by our reference.
public sealed interface Lookup {

    /// It has the job, and calls it `ticket`.
    record Known(String ticket) implements Lookup {}

    /// It has nothing under this reference. Its lists may lag behind: ask more than once.
    record Unknown() implements Lookup {}

    /// It could not be asked; the reason is for operators.
    record NoAnswer(String why) implements Lookup {}
}
