package dev.easel.routing;

/// One way in which a job was asked for: a model at a provider, spoken to under a dated contract.
/// For operators; no person sees it.
public record Try(String provider, String model, String contract) {

    public Candidate candidate() {
        return new Candidate(provider, model);
    }
}
