package dev.easel.generation;

import dev.easel.asset.StoredPicture;
import dev.easel.failure.Billed;
import dev.easel.failure.ProviderFailure;
import dev.easel.id.GenerationId;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/// Where a generation stands. Only what has been submitted has a ticket, only what succeeded has
/// outputs.
public sealed interface State {

    /// As the API spells it.
    String status();

    /// Nothing follows but the evaluation.
    default boolean isTerminal() {
        return switch (this) {
            case Queued _, Submitting _, Reconciling _, Running _, Storing _, Held _, Gathering _ ->
                    false;
            case Succeeded _, Failed _, Cancelled _, Gathered _ -> true;
        };
    }

    /// A provider has it, or may have, or what it made is on its way to us.
    default boolean isMaking() {
        return switch (this) {
            case Submitting _, Reconciling _, Running _, Storing _ -> true;
            case Queued _, Held _, Gathering _, Succeeded _, Failed _, Cancelled _, Gathered _ ->
                    false;
        };
    }

    /// Admitted, or refused by a provider and waiting to be sent to it anew. Nothing has been paid and
    /// nothing is under way.
    record Queued() implements State {
        @Override
        public String status() {
            return "queued";
        }
    }

    /// About to be submitted, or just submitted. Written before the call, so that a crash in between
    /// is seen as one.
    record Submitting() implements State {
        @Override
        public String status() {
            return "running";
        }
    }

    /// It was sent, and nobody knows whether it arrived, or what the provider calls it. The provider is
    /// asked for our reference.
    ///
    /// @param why what became of the submit, should it turn out that nothing was made
    /// @param taken the provider said that it has it: then it is never sent again
    /// @param since when it was sent
    /// @param asks how often the provider was asked and had nothing
    record Reconciling(ProviderFailure why, boolean taken, Instant since, int asks)
            implements State {
        @Override
        public String status() {
            return "running";
        }
    }

    /// The provider has it and calls it `ticket`; `polls` counts how often we asked.
    record Running(String ticket, int polls) implements State {
        @Override
        public String status() {
            return "running";
        }
    }

    /// It is made, and being copied into our bucket. The provider's URLs are kept only as long as
    /// this state; `ticket` asks for fresh ones, where there is one; `tries` counts the copies that
    /// failed.
    record Storing(@Nullable String ticket, List<URI> remote, int tries) implements State {
        public Storing {
            remote = List.copyOf(remote);
        }

        @Override
        public String status() {
            return "storing";
        }
    }

    /// It is ours, and held back until its verdict is known; `looks` counts how often we asked for it.
    record Held(List<StoredPicture> outputs, int looks) implements State {
        public Held {
            outputs = List.copyOf(outputs);
        }

        @Override
        public String status() {
            return "running";
        }
    }

    /// It is ours.
    record Succeeded(List<StoredPicture> outputs) implements State {
        public Succeeded {
            outputs = List.copyOf(outputs);
        }

        @Override
        public String status() {
            return "succeeded";
        }
    }

    /// It ended without a picture.
    record Failed(ProviderFailure failure) implements State {
        @Override
        public String status() {
            return "failed";
        }
    }

    /// Somebody stopped it. `billed` is `unknown` while a provider that took it has not ended it.
    record Cancelled(Billed billed) implements State {
        @Override
        public String status() {
            return "cancelled";
        }
    }

    /// A package, whose children are at work: it does nothing itself. `open` counts those whose status
    /// is not terminal; each one's terminal write counts it down in the same transaction.
    record Gathering(List<GenerationId> children, int open) implements State {
        public Gathering {
            children = List.copyOf(children);
        }

        @Override
        public String status() {
            return "running";
        }
    }

    /// A package whose children have all ended.
    record Gathered(List<GenerationId> children, Outcome outcome) implements State {
        public Gathered {
            children = List.copyOf(children);
        }

        @Override
        public String status() {
            return outcome.wire();
        }
    }
}
