package dev.easel.judges;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.judging.Form;
import dev.easel.judging.Form.Field;

import java.util.Locale;

/// Spells a form as JSON Schema, or as Gemini's part of OpenAPI: that one knows no
/// `additionalProperties`, and has to be told the order of the fields.
enum FormJson {
    JSON_SCHEMA,
    OPEN_API;

    ObjectNode of(Form form) {
        return switch (form) {
            case Form.Text() -> typed("string");
            case Form.Whole() -> typed("integer");
            case Form.YesNo() -> typed("boolean");
            case Form.Choice(var words) -> {
                var choice = typed("string");
                words.forEach(choice.putArray("enum")::add);
                yield choice;
            }
            case Form.Items(var each) -> {
                var items = typed("array");
                items.set("items", of(each));
                yield items;
            }
            case Form.Fields fields -> fields(fields);
        };
    }

    private ObjectNode fields(Form.Fields fields) {
        var object = typed("object");
        var properties = object.putObject("properties");
        for (var field : fields.fields()) {
            properties.set(field.name(), described(field));
        }
        var required = object.putArray("required");
        fields.fields().forEach(field -> required.add(field.name()));
        if (this == JSON_SCHEMA) {
            object.put("additionalProperties", false);
        } else {
            object.set("propertyOrdering", required.deepCopy());
        }
        return object;
    }

    private ObjectNode described(Field field) {
        var form = of(field.form());
        return field.description().isEmpty() ? form : form.put("description", field.description());
    }

    private ObjectNode typed(String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", this == OPEN_API ? type.toUpperCase(Locale.ROOT) : type);
    }
}
