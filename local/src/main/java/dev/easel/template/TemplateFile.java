package dev.easel.template;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A template as it stands in its file: read, not yet resolved.
public final class TemplateFile {

    private final Map<String, Object> root;
    private final Map<String, Object> resources;

    private TemplateFile(Map<String, Object> root) {
        this.root = root;
        this.resources = Section.mapping(root.get("Resources"), "Resources");
    }

    public static TemplateFile read(Path path) {
        try {
            return parse(Files.readString(path));
        } catch (NoSuchFileException _) {
            throw new TemplateException("There is no template at " + path + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TemplateFile parse(String text) {
        return new TemplateFile(Section.mapping(TemplateYaml.parse(text), "The template"));
    }

    /// The names of the parameters that it declares.
    public Set<String> parameters() {
        return Section.mapping(root.get("Parameters"), "Parameters").keySet();
    }

    /// Everything it declares, for whoever asks it for no address but those of queues.
    public Template resolve(Map<String, String> overrides, URI queues) {
        return resolve(overrides, new Addresses(queues, queues, queues));
    }

    /// Everything it declares, typed.
    public Template resolve(Map<String, String> overrides, Addresses addresses) {
        var parameters =
                Parameters.of(Section.mapping(root.get("Parameters"), "Parameters"), overrides);
        var conditions = Section.mapping(root.get("Conditions"), "Conditions");
        var lookup = new ResourceLookup(new Resources(addresses.queues()));
        var resolver = new Resolver(parameters, conditions, lookup);
        lookup.resolver = resolver;
        var globals =
                new Section("Globals", Section.mapping(root.get("Globals"), "Globals"), resolver);
        var reader = new ResourceReader(globals.section("Function"));
        present(resolver).forEach((id, type) -> read(reader, lookup, id, type));
        return reader.template(addresses);
    }

    private void read(ResourceReader reader, ResourceLookup lookup, String id, String type) {
        var properties = lookup.properties(id);
        reader.read(type, id, lookup.resources.name(id, type, properties), properties);
    }

    /// Logical id to type, of those resources whose condition holds.
    private Map<String, String> present(Resolver resolver) {
        var present = new LinkedHashMap<String, String>();
        for (var id : resources.keySet()) {
            var resource = new Section("Resources." + id, resource(id), resolver);
            var condition = resource.text("Condition", null);
            if (condition == null || resolver.condition(condition, resource.place())) {
                present.put(id, resource.text("Type"));
            }
        }
        return present;
    }

    private Map<String, Object> resource(String id) {
        return Section.mapping(resources.get(id), "Resources." + id);
    }

    private final class ResourceLookup implements Resolver.Lookup {
        final Resources resources;
        @Nullable Resolver resolver;

        ResourceLookup(Resources resources) {
            this.resources = resources;
        }

        Section properties(String id) {
            var place = "Resources." + id + ".Properties";
            if (resolver == null) {
                throw new IllegalStateException("asked before it was wired");
            }
            return new Section(
                    place, Section.mapping(resource(id).get("Properties"), place), resolver);
        }

        @Override
        public @Nullable String ref(String id) {
            var type = type(id);
            return type == null
                    ? null
                    : resources.ref(type, resources.name(id, type, properties(id)));
        }

        @Override
        public @Nullable String attribute(String id, String attribute) {
            var type = type(id);
            return type == null
                    ? null
                    : resources.attribute(
                            type, resources.name(id, type, properties(id)), attribute);
        }

        private @Nullable String type(String id) {
            return resource(id).get("Type") instanceof String type ? type : null;
        }
    }
}
