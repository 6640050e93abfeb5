package dev.easel.simulator;

import dev.easel.simulator.google.Google;
import dev.easel.simulator.job.Chance;
import dev.easel.simulator.job.Outputs;
import dev.easel.simulator.job.Provider;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.journal.Journal;
import dev.easel.simulator.prodia.Prodia;
import dev.easel.simulator.replicate.Replicate;
import dev.easel.simulator.runflow.Runflow;
import dev.easel.simulator.runware.Runware;
import dev.easel.simulator.script.Everyday;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.script.Scenarios;
import dev.easel.simulator.together.Together;
import dev.easel.simulator.viewer.Viewers;
import dev.easel.simulator.web.Downloads;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;
import dev.easel.simulator.web.Server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A provider stand-in that is running.
///
/// Runflow is at `/v1`, each of the others under its own name (`/google/v1beta/…`), models
/// with eyes at `/viewers`, what the providers made at `/outputs`, the control at `/simulator`.
public final class Simulator implements AutoCloseable {

    /// Where models with eyes are.
    private static final String VIEWERS = "/viewers";

    /// How often what is due is ended and billed when nobody asks for it.
    private static final int TICK_MILLIS = 50;

    /// How many pictures are made at a time, whatever the demand.
    private static final int BENCHES = 2;

    private static final int CLOSING_SECONDS = 3;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Downloads downloads = new Downloads();
    private final Scenarios scenarios;
    private final Server server;
    private final Shop shop;
    private final Runflow runflow;
    private final List<Provider> providers;
    private final Viewers viewers;
    private final Control control;
    private final Thread ticker;

    private Simulator(SimulatorOptions options, InstantSource clock) throws IOException {
        scenarios =
                new Scenarios(
                        new Everyday(options.watched(), options.seed()), options.keysHonoured());
        server = Server.bind(options.port(), this::handle);
        shop = shop(options, clock);
        runflow = new Runflow(shop, options.slowEvaluation());
        providers =
                List.of(
                        runflow,
                        new Google(shop),
                        new Replicate(shop),
                        new Together(shop),
                        new Prodia(shop),
                        new Runware(shop));
        viewers = new Viewers(shop.journal(), clock);
        control =
                new Control(
                        scenarios,
                        shop.journal(),
                        providers.stream().map(Provider::repertoire).toList(),
                        runflow.drift());
        ticker = Thread.ofVirtual().unstarted(this::tick);
    }

    private Shop shop(SimulatorOptions options, InstantSource clock) throws IOException {
        return new Shop(
                server.uri(),
                new Outputs(options.folder().resolve("outputs"), options.seed()),
                downloads,
                Journal.in(options.folder()),
                scenarios,
                new Chance(clock, new Random(options.seed())),
                options.pace(),
                threads,
                new Semaphore(BENCHES),
                options.seed());
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

    /// Where the stand-in of a provider is: Runflow's at the root, each other one's under its name.
    public static URI address(URI simulator, String provider) {
        return provider.equals("runflow") ? simulator : simulator.resolve("/" + provider);
    }

    /// Where the stand-in of a chat service is: `gemini`, `openai` or `bedrock`.
    public static URI viewer(URI simulator, String service) {
        return simulator.resolve(VIEWERS + "/" + service);
    }

    /// The switch: how everything behaves that names no scenario of its own, until changed.
    public void scenario(Scenario scenario) {
        scenarios.stand(scenario);
    }

    /// Everything that was taken on is made, whether or not its time has come: who moves the clock by
    /// hand waits for this, because pictures are drawn in real time.
    public boolean isIdle() {
        return providers.stream().allMatch(Provider::isIdle);
    }

    /// Ends and bills at once what is due by the clock, as happens every few moments anyway.
    public void settle() {
        providers.forEach(Provider::settle);
    }

    @Override
    public void close() {
        ticker.interrupt();
        server.close();
        threads.shutdownNow();
        downloads.close();
        awaitPictures();
    }

    /// Who clears the folder away afterwards must find nothing that is still being drawn.
    private void awaitPictures() {
        try {
            threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply handle(Request request) throws IOException {
        if (request.path().startsWith("/simulator/")) {
            return control.handle(request);
        }
        if (request.path().startsWith(VIEWERS + "/")) {
            return viewers.handle(request.under(VIEWERS));
        }
        if (request.path().startsWith("/outputs/")) {
            return shop.outputs().serve(request, shop.chance().clock().instant());
        }
        for (var provider : providers) {
            var prefix = "/" + provider.repertoire().provider();
            if (request.path().startsWith(prefix + "/")) {
                return provider.handle(request.under(prefix));
            }
        }
        return runflow.handle(request);
    }

    private void tick() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(TICK_MILLIS);
                settle();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
