package dev.easel.benchmark;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.reliability.Result;
import dev.easel.reliability.Run;
import dev.easel.reliability.Timing;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// What is known of a call so far, and how it is written down once it has ended.
///
/// @param accepted absent until the provider had taken the job
record Journal(
        Run run, String contract, long microDollars, Watch watch, @Nullable Duration accepted) {

    Journal(Run run, String contract, long microDollars, Watch watch) {
        this(run, contract, microDollars, watch, null);
    }

    Journal accepted(@Nullable Duration after) {
        return new Journal(run, contract, microDollars, watch, after);
    }

    Run.Ended failed(ProviderFailure failure) {
        return new Run.Ended(
                new Result.Failed(failure.kind()),
                contract,
                new Timing(accepted, null, null, watch.elapsed()),
                null,
                null,
                failure.billed(),
                microDollars,
                failure.diagnostic());
    }

    /// Bytes came.
    ///
    /// @param decoded when it was clear what they are
    /// @param objection what speaks against them; absent where nothing does
    Run.Ended seen(Duration decoded, @Nullable String objection, Keeping.Kept kept) {
        return new Run.Ended(
                objection == null
                        ? new Result.Success()
                        : new Result.Failed(FailureClass.BAD_OUTPUT),
                contract,
                new Timing(
                        accepted,
                        watch.heard(),
                        kept.thumbnail() == null ? null : decoded,
                        watch.elapsed()),
                kept.picture(),
                kept.thumbnail(),
                Billed.YES,
                microDollars,
                objection);
    }
}
