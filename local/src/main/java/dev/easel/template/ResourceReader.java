package dev.easel.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Collects the resources of a template as typed records, one after the other.
final class ResourceReader {

    private static final int LAMBDA_TIMEOUT_SECONDS = 3;
    private static final int LAMBDA_MEMORY_MEGABYTES = 128;
    private static final int SQS_VISIBILITY_SECONDS = 30;
    private static final int SQS_RETENTION_SECONDS = 345_600;

    private final Section globals;
    private final List<Table> tables = new ArrayList<>();
    private final List<Queue> queues = new ArrayList<>();
    private final List<Bucket> buckets = new ArrayList<>();
    private final List<Bus> buses = new ArrayList<>();
    private final List<LambdaFunction> functions = new ArrayList<>();
    private final List<Cors> apiCors = new ArrayList<>();
    private final Map<String, Throttle> throttles = new HashMap<>();
    private final DistributionReader distributions = new DistributionReader();

    ResourceReader(Section globals) {
        this.globals = globals;
    }

    /// What was read, with the addresses of this laptop where Amazon's would be.
    Template template(Addresses addresses) {
        var names = buckets.stream().map(Bucket::name).toList();
        UnaryOperator<String> here = text -> addresses.here(text, names);
        return new Template(
                tables,
                queues,
                buckets.stream().map(bucket -> bucket.here(here)).toList(),
                buses,
                functions,
                apiCors.stream().map(cors -> cors.here(here)).toList(),
                throttles,
                distributions.distributions(here));
    }

    void read(String type, String id, String name, Section properties) {
        switch (type) {
            case Resources.TABLE -> tables.add(table(id, name, properties));
            case Resources.QUEUE -> queues.add(queue(id, name, properties));
            case Resources.BUCKET -> buckets.add(bucket(id, name, properties));
            case Resources.BUS -> buses.add(new Bus(id, name));
            case Resources.FUNCTION -> functions.add(function(id, name, properties.over(globals)));
            case Resources.API -> api(properties);
            case Resources.DISTRIBUTION -> distributions.distribution(properties);
            case Resources.HEADERS_POLICY -> distributions.policy(name, properties);
            default -> {
                if (!Resources.isIgnored(type)) {
                    throw new TemplateException(
                            "Resources.%s is of type %s, which local mode neither builds nor knowingly ignores."
                                    .formatted(id, type));
                }
            }
        }
    }

    private static Table table(String id, String name, Section properties) {
        var attributes =
                properties.sections("AttributeDefinitions").stream()
                        .map(one ->
                                new Table.Attribute(
                                        one.text("AttributeName"), one.text("AttributeType")))
                        .toList();
        var indexes =
                properties.sections("GlobalSecondaryIndexes").stream()
                        .map(ResourceReader::index)
                        .toList();
        var expiry = properties.section("TimeToLiveSpecification").text("AttributeName", null);
        return new Table(id, name, attributes, key(properties), indexes, expiry);
    }

    private static Table.Index index(Section index) {
        var projection = index.section("Projection");
        return new Table.Index(
                index.text("IndexName"),
                key(index),
                projection.text("ProjectionType"),
                projection.texts("NonKeyAttributes"));
    }

    private static Table.Key key(Section owner) {
        var byType = new HashMap<String, String>();
        owner.sections("KeySchema")
                .forEach(one -> byType.put(one.text("KeyType"), one.text("AttributeName")));
        var hash = byType.get("HASH");
        if (hash == null) {
            throw new TemplateException(owner.place() + ".KeySchema has no HASH key.");
        }
        return new Table.Key(hash, byType.get("RANGE"));
    }

    private static Queue queue(String id, String name, Section properties) {
        var redrive = properties.section("RedrivePolicy");
        return new Queue(
                id,
                name,
                properties.seconds("DelaySeconds", 0),
                properties.seconds("VisibilityTimeout", SQS_VISIBILITY_SECONDS),
                properties.seconds("MessageRetentionPeriod", SQS_RETENTION_SECONDS),
                properties.has("RedrivePolicy")
                        ? new Queue.Redrive(
                                redrive.text("deadLetterTargetArn"),
                                redrive.number("maxReceiveCount", 1))
                        : null);
    }

    private static Bucket bucket(String id, String name, Section properties) {
        var rules = properties.section("CorsConfiguration").sections("CorsRules").stream();
        return new Bucket(
                id,
                name,
                rules.map(rule ->
                                new Cors(
                                        rule.texts("AllowedOrigins"),
                                        rule.texts("AllowedMethods"),
                                        rule.texts("AllowedHeaders"),
                                        rule.texts("ExposedHeaders"),
                                        rule.seconds("MaxAge", 0),
                                        false))
                        .toList());
    }

    private void api(Section properties) {
        var routes = properties.section("RouteSettings");
        for (var route : routes.keys()) {
            var settings = routes.section(route);
            throttles.put(
                    route,
                    new Throttle(
                            settings.number("ThrottlingRateLimit", Integer.MAX_VALUE),
                            settings.number("ThrottlingBurstLimit", Integer.MAX_VALUE)));
        }
        if (!properties.has("CorsConfiguration")) {
            return;
        }
        var cors = properties.section("CorsConfiguration");
        apiCors.add(
                new Cors(
                        cors.texts("AllowOrigins"),
                        cors.texts("AllowMethods"),
                        cors.texts("AllowHeaders"),
                        cors.texts("ExposeHeaders"),
                        cors.seconds("MaxAge", 0),
                        cors.flag("AllowCredentials")));
    }

    private static LambdaFunction function(String id, String name, Section properties) {
        var variables = properties.section("Environment").section("Variables");
        Map<String, String> environment = new HashMap<>();
        for (var key : variables.keys()) {
            var value = variables.text(key, null);
            if (value != null) {
                environment.put(key, value);
            }
        }
        var handler = properties.text("Handler");
        var end = handler.indexOf("::");
        return new LambdaFunction(
                id,
                name,
                end < 0 ? handler : handler.substring(0, end),
                environment,
                properties.seconds("Timeout", LAMBDA_TIMEOUT_SECONDS),
                properties.number("MemorySize", LAMBDA_MEMORY_MEGABYTES),
                TriggerReader.read(id, properties.section("Events")));
    }
}
