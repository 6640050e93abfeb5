package dev.easel.local;

import dev.easel.simulator.script.Scenario;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/// An Easel that runs in this JVM until it is closed.
public interface DemoStack extends AutoCloseable {

    /// Where its API answers.
    URI api();

    @Override
    void close();

    /// Starts one.
    interface Starter {

        /// On free ports, with everything it keeps under `data`; the simulator plays `scenario`, and
        /// `parameters` override those of the template.
        DemoStack start(Path data, Scenario scenario, Map<String, String> parameters)
                throws Exception;
    }
}
