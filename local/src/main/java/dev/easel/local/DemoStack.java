package dev.easel.local;

import dev.easel.simulator.script.Scenario;

import java.net.URI;
import java.nio.file.Path;

/// An Easel that runs in this JVM until it is closed.
public interface DemoStack extends AutoCloseable {

    /// Where its API answers.
    URI api();

    @Override
    void close();

    /// Starts one.
    interface Starter {

        /// On free ports, with everything it keeps under `data`; the simulator plays `scenario`.
        DemoStack start(Path data, Scenario scenario) throws Exception;
    }
}
