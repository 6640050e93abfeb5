package dev.easel.local;

import dev.easel.aws.Aws;
import dev.easel.emulator.EventsEmulator;
import dev.easel.emulator.Loopback;
import dev.easel.emulator.PortInUse;
import dev.easel.gateway.FunctionRuntime;
import dev.easel.gateway.HttpFront;
import dev.easel.gateway.InvokeApi;
import dev.easel.site.LiveSite;
import dev.easel.site.SiteConfig;
import dev.easel.site.SiteFolder;
import dev.easel.template.Addresses;
import dev.easel.template.LambdaFunction;
import dev.easel.template.Template;
import dev.easel.template.TemplateFile;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/// Everything of Easel that runs on one laptop, made from template.yaml.
public final class Stack implements DemoStack {

    /// So often are free ports chosen again.
    private static final int CHOICES = 3;

    private final StackOptions options;
    private final Ports ports;
    private final Template template;
    private final LocalEnvironment environment;
    private final Map<String, FunctionRuntime> functions = new ConcurrentHashMap<>();
    private final Crew crew = new Crew();
    private final Aws aws;

    private Stack(StackOptions options) {
        this.options = options;
        this.ports = options.ports().claimed(options.parts());
        this.environment = new LocalEnvironment(ports);
        this.aws = new Aws(environment.common());
        var file = TemplateFile.read(options.template());
        var parameters = new TreeMap<>(options.parameters());
        SimulatedProviders.parameters(simulator())
                .forEach((name, value) -> {
                    if (file.parameters().contains(name)) {
                        parameters.putIfAbsent(name, value);
                    }
                });
        var addresses =
                new Addresses(
                        Loopback.uri(ports.sqs()),
                        Loopback.uri(ports.s3()),
                        Loopback.uri(ports.api()));
        this.template = file.resolve(parameters, addresses);
    }

    /// Starts everything and returns once the front answers. If one part cannot start, those that
    /// did are closed again. A free port that somebody took between the choice and the start is chosen
    /// anew.
    public static Stack start(StackOptions options) {
        for (int left = CHOICES; ; left--) {
            try {
                return startOnce(options);
            } catch (PortInUse e) {
                if (left == 0 || !options.ports().equals(Ports.ANY)) {
                    throw e;
                }
            }
        }
    }

    private static Stack startOnce(StackOptions options) {
        var stack = new Stack(options);
        try {
            stack.open();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw Crew.sentence(e);
        }
    }

    private void open() {
        var folder = crew.keep(DataFolder.open(options.data(), options.parts(), options.fresh()));
        var neighbours = new Neighbours(options, ports, template, aws, folder, crew);
        if (options.runs(Part.FUNCTIONS)) {
            var log = crew.keep(FunctionLog.redirect(folder.functionLog()));
            var events = neighbours.events();
            var tasks = new ArrayList<Callable<?>>(neighbours.starts());
            template.functions().forEach(function -> tasks.add(() -> build(function, log)));
            crew.together(tasks);
            options.checks().forEach(this::check);
            connect(events, folder);
        } else {
            neighbours.events();
            crew.together(neighbours.starts());
        }
    }

    private FunctionRuntime build(LambdaFunction function, FunctionLog log) {
        var runtime =
                crew.keep(FunctionRuntime.start(function, environment.of(function), log.stream()));
        functions.put(function.id(), runtime);
        return runtime;
    }

    private void check(Check check) {
        try {
            check.body().accept(this);
        } catch (RuntimeException e) {
            throw new StackException(
                    "The check \"" + check.name() + "\" failed: " + e.getMessage(), e);
        }
    }

    private void connect(Optional<EventsEmulator> events, DataFolder folder) {
        var front =
                crew.keep(
                        HttpFront.start(
                                ports.api(),
                                functions.values(),
                                template,
                                site(),
                                Clock.systemUTC()));
        var invoke = new InvokeApi(this::invoke);
        // Beside the bus, where Amazon's other services are; else where something of ours listens.
        events.ifPresentOrElse(bus -> bus.serve(InvokeApi.PATH, invoke), () -> front.serve(invoke));
        if (options.background()) {
            SqsClient sqs = crew.keep(aws.sqs());
            crew.keep(new Wiring(template, sqs, Loopback.uri(ports.sqs()), events))
                    .connect(functions.values());
        }
        knock();
        var known = new LinkedHashMap<>(addresses());
        known.put(RunningStack.INVOKE, events.map(EventsEmulator::uri).orElse(front.uri()));
        crew.keep(RunningStack.announce(folder.root(), known));
    }

    private @Nullable LiveSite site() {
        var config = new SiteConfig("", List.of(Loopback.uri(ports.s3()).toString()));
        return Files.isDirectory(options.pages())
                ? new LiveSite(new SiteFolder(options.pages()), config)
                : null;
    }

    /// The front answers anything at all, be it 404. Not with java.net.http, whose first client
    /// costs a quarter of a second of TLS.
    private void knock() {
        try {
            var connection = (HttpURLConnection) api().toURL().openConnection();
            connection.getResponseCode();
            connection.disconnect();
        } catch (IOException e) {
            throw new StackException("The front at " + api() + " does not answer.", e);
        }
    }

    @Override
    public URI api() {
        return Loopback.uri(ports.api());
    }

    public URI simulator() {
        return Loopback.uri(ports.simulator());
    }

    /// Name to address, in the order in which a person wants to read them.
    public Map<String, URI> addresses() {
        var addresses = new LinkedHashMap<String, URI>();
        addresses.put("studio", api());
        addresses.put("api", api());
        addresses.put("simulator", simulator());
        addresses.put("s3", Loopback.uri(ports.s3()));
        addresses.put("dynamodb", Loopback.uri(ports.dynamodb()));
        addresses.put("sqs", Loopback.uri(ports.sqs()));
        addresses.put("events", Loopback.uri(ports.events()));
        return Collections.unmodifiableMap(addresses);
    }

    /// What was built, with the names that it was given.
    public Template template() {
        return template;
    }

    /// Where tables, objects, events and logs are kept.
    public Path data() {
        return options.data();
    }

    /// Runs a function, named by its logical id or by its short name, and answers what it answers.
    /// Throws [dev.easel.gateway.InvocationFailed] if it fails, and IllegalArgumentException for a
    /// name that is none.
    public byte[] invoke(String function, byte[] event) {
        return runtime(function).invoke(event);
    }

    /// What the handler of a function was given.
    public Map<String, String> environment(String function) {
        return environment.of(runtime(function).function());
    }

    private FunctionRuntime runtime(String name) {
        var id = FunctionNames.find(name, template.functions());
        var runtime = functions.get(id);
        if (runtime == null) {
            throw new IllegalArgumentException(id + " is not running.");
        }
        return runtime;
    }

    @Override
    public void close() {
        crew.close();
    }
}
