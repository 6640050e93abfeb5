package dev.easel.template;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// YAML with CloudFormation's tags. Safe: builds strings, numbers, lists, maps and [Intrinsic]s,
/// never another class.
final class TemplateYaml extends SafeConstructor {

    private TemplateYaml(LoaderOptions options) {
        super(options);
        yamlMultiConstructors.put("!", new Tagged());
        // A date such as 2010-09-09 is a version here, not a time.
        yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
    }

    static @Nullable Object parse(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new TemplateYaml(options)).load(text);
        } catch (YAMLException e) {
            throw new TemplateException("The template is not YAML: " + e.getMessage());
        }
    }

    private final class Tagged extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            var name = node.getTag().getValue().substring(1);
            return switch (node) {
                case ScalarNode scalar -> new Intrinsic(name, scalar.getValue());
                case SequenceNode sequence -> new Intrinsic(name, constructSequence(sequence));
                case MappingNode mapping -> new Intrinsic(name, constructMapping(mapping));
                default ->
                        throw new TemplateException("!" + name + " has a value of no known shape.");
            };
        }
    }
}
