package dev.easel.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A function as the template declares it, with the Globals merged in. `handler` is the class name
/// alone.
public record LambdaFunction(
        String id,
        String name,
        String handler,
        Map<String, String> environment,
        Duration timeout,
        int memoryMegabytes,
        List<Trigger> triggers) {

    public LambdaFunction {
        environment = Map.copyOf(environment);
        triggers = List.copyOf(triggers);
    }

    public String arn() {
        return Names.arn("lambda", "function:" + name);
    }
}
