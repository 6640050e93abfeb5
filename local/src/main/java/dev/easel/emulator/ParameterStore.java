package dev.easel.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.emulator.EventsEmulator.AwsError;
import dev.easel.template.Names;

import java.util.Map;
import java.util.TreeMap;

/// Parameters of SSM that can only be read.
final class ParameterStore {

    private final TreeMap<String, String> values;

    ParameterStore(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    JsonNode one(JsonNode request) throws AwsError {
        var name = request.path("Name").asText();
        if (!values.containsKey(name)) {
            throw new AwsError("ParameterNotFound", "There is no parameter " + name + " here.");
        }
        var answer = JsonNodeFactory.instance.objectNode();
        answer.set("Parameter", parameter(name));
        return answer;
    }

    JsonNode several(JsonNode request) {
        var answer = JsonNodeFactory.instance.objectNode();
        var found = answer.putArray("Parameters");
        var invalid = answer.putArray("InvalidParameters");
        for (var item : request.path("Names")) {
            var name = item.asText();
            if (values.containsKey(name)) {
                found.add(parameter(name));
            } else {
                invalid.add(name);
            }
        }
        return answer;
    }

    JsonNode byPath(JsonNode request) {
        var path = request.path("Path").asText();
        var prefix = path.endsWith("/") ? path : path + "/";
        var deep = request.path("Recursive").asBoolean();
        var answer = JsonNodeFactory.instance.objectNode();
        var found = answer.putArray("Parameters");
        for (var name : values.keySet()) {
            if (name.startsWith(prefix) && (deep || name.indexOf('/', prefix.length()) < 0)) {
                found.add(parameter(name));
            }
        }
        return answer;
    }

    private ObjectNode parameter(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Name", name)
                .put("Type", "SecureString")
                .put("Value", values.get(name))
                .put("Version", 1)
                .put("DataType", "text")
                .put(
                        "ARN",
                        "arn:aws:ssm:" + Names.REGION + ":" + Names.ACCOUNT + ":parameter" + name);
    }
}
