package dev.easel.routing;

/// A model at a provider that could do the work. Under which contract it is asked, whoever asks
/// decides: contracts drift, and the table does not follow them.
public record Candidate(String provider, String model) {

    /// The same, spoken to under this contract.
    public Try under(String contract) {
        return new Try(provider, model, contract);
    }
}
