package dev.easel.simulator;

import dev.easel.simulator.job.Chance;

import dev.easel.simulator.journal.Journal;
import dev.easel.simulator.runflow.Runflow;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.script.Scenarios;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;
import dev.easel.simulator.web.Server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Random;

/// A provider stand-in that is running.
///
/// Runflow is at `/v1`, what it made at `/outputs`, its control at `/simulator`.
public final class Simulator implements AutoCloseable {

    /// How often what is due is ended and billed when nobody asks for it.
    private static final int TICK_MILLIS = 50;

    private final Scenarios scenarios;
    private final Server server;
    private final Runflow runflow;
    private final Control control;
    private final Thread ticker;

    private Simulator(SimulatorOptions options, InstantSource clock) throws IOException {
        scenarios = new Scenarios(options.keysHonoured());
        server = Server.bind(options.port(), this::handle);
        var journal = Journal.in(options.folder());
        var setting =
                new Runflow.Setting(
                        server.uri(),
                        options.folder(),
                        options.pace(),
                        options.slowEvaluation(),
                        options.seed());
        runflow =
                new Runflow(
                        setting, scenarios, journal, new Chance(clock, new Random(options.seed())));
        control = new Control(scenarios, journal);
        ticker = Thread.ofVirtual().unstarted(this::tick);
    }

    /// Binds 127.0.0.1. Throws [UncheckedIOException], its cause a [java.net.BindException], if the
    /// port is in use.
    public static Simulator start(SimulatorOptions options) {
        return start(options, InstantSource.system());
    }

    /// As above, with a clock that a test can move.
    public static Simulator start(SimulatorOptions options, InstantSource clock) {
        try {
            var simulator = new Simulator(options, clock);
            simulator.server.start();
            simulator.ticker.start();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    public URI uri() {
        return server.uri();
    }

    /// The switch: how everything behaves that names no scenario of its own, until changed.
    public void scenario(Scenario scenario) {
        scenarios.stand(scenario);
    }

    /// Everything that was taken on is made, whether or not its time has come: who moves the clock by
    /// hand waits for this, because pictures are drawn in real time.
    public boolean isIdle() {
        return runflow.isIdle();
    }

    @Override
    public void close() {
        ticker.interrupt();
        server.close();
        runflow.close();
    }

    private Reply handle(Request request) throws IOException {
        return request.path().startsWith("/simulator/")
                ? control.handle(request)
                : runflow.handle(request);
    }

    private void tick() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(TICK_MILLIS);
                runflow.settle();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
