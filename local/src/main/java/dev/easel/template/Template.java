package dev.easel.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A whole template with every intrinsic resolved: what is left is what the emulators and the
/// gateway are made from.
///
/// @param throttles by the key of their route, such as `GET /v1/images`: those of single routes. What
/// the gateway sets for all of them guards an account, not a laptop
public record Template(
        List<Table> tables,
        List<Queue> queues,
        List<Bucket> buckets,
        List<Bus> buses,
        List<LambdaFunction> functions,
        List<Cors> apiCors,
        Map<String, Throttle> throttles,
        List<Distribution> distributions) {

    public Template {
        tables = List.copyOf(tables);
        queues = List.copyOf(queues);
        buckets = List.copyOf(buckets);
        buses = List.copyOf(buses);
        functions = List.copyOf(functions);
        apiCors = List.copyOf(apiCors);
        throttles = Map.copyOf(throttles);
        distributions = List.copyOf(distributions);
    }

    /// A function by its logical id.
    public Optional<LambdaFunction> function(String id) {
        return functions.stream().filter(function -> function.id().equals(id)).findFirst();
    }

    /// A queue by its ARN, which is how event sources and redrive policies name it.
    public Optional<Queue> queueByArn(String arn) {
        return queues.stream().filter(queue -> queue.arn().equals(arn)).findFirst();
    }
}
