package dev.easel.routing;

/// Who may do a job: a model at a provider. For operators; no person sees it.
public record Candidate(String provider, String model) {

    public Try under(String contract) {
        return new Try(provider, model, contract);
    }
}
