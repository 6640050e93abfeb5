package dev.easel.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/// A copy of the template whose resources have names of their own, so that two runs against one
/// endpoint never meet, and nothing that is there already is touched.
final class OwnNames {

    private static final Map<String, String> PROPERTY =
            Map.of(
                    "AWS::DynamoDB::Table", "TableName",
                    "AWS::SQS::Queue", "QueueName",
                    "AWS::S3::Bucket", "BucketName");

    private static final Pattern RESOURCE =
            Pattern.compile(
                    "(?m)^  (\\w+):\\n    Type: (AWS::[\\w:]+)\\n(?:    (?!Properties)[^\\n]*\\n)*"
                            + "    Properties:(?: \\{ |\\n      )");

    private OwnNames() {}

    /// Writes the copy into the folder and answers where.
    static Path of(Path template, String prefix, Path folder) {
        try {
            var named = name(Files.readString(template), prefix);
            return Files.writeString(folder.resolve("template.yaml"), named);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(String template, String prefix) {
        return RESOURCE.matcher(template)
                .replaceAll(found -> {
                    var property = PROPERTY.get(found.group(2));
                    var inline = found.group().endsWith("{ ");
                    var name = prefix + "-" + found.group(1).toLowerCase(java.util.Locale.ROOT);
                    return property == null
                            ? found.group().replace("$", "\\$")
                            : found.group() + property + ": " + name + (inline ? ", " : "\n      ");
                })
                .replace("${AWS::StackName}", prefix);
    }
}
