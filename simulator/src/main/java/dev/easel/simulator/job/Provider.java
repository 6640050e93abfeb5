package dev.easel.simulator.job;

import dev.easel.simulator.script.Repertoire;
import dev.easel.simulator.web.Handler;

/// A provider that is stood in for. Its requests come with the paths that it has at home.
public interface Provider extends Handler {

    /// Its name, and what it can play.
    Repertoire repertoire();

    /// Ends and bills what is due, asked or not.
    void settle();

    /// Nothing is being made.
    boolean isIdle();
}
