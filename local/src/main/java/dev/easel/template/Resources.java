package dev.easel.template;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What `!Ref` and `!GetAtt` of a resource answer, and which types of resource there are.
final class Resources {

    static final String TABLE = "AWS::DynamoDB::Table";
    static final String QUEUE = "AWS::SQS::Queue";
    static final String BUCKET = "AWS::S3::Bucket";
    static final String BUS = "AWS::Events::EventBus";
    static final String FUNCTION = "AWS::Serverless::Function";
    static final String API = "AWS::Serverless::HttpApi";
    static final String DISTRIBUTION = "AWS::CloudFront::Distribution";
    static final String HEADERS_POLICY = "AWS::CloudFront::ResponseHeadersPolicy";
    private static final String ORIGIN_ACCESS = "AWS::CloudFront::OriginAccessControl";

    /// What a laptop builds.
    static final Set<String> BUILT =
            Set.of(TABLE, QUEUE, BUCKET, BUS, FUNCTION, API, DISTRIBUTION, HEADERS_POLICY);

    /// What means nothing on a laptop: permissions, logs, alarms, keys, how the content network
    /// caches. Anything else is an error, so that a new kind of resource is noticed here before somebody
    /// misses it.
    static final List<String> IGNORED =
            List.of(
                    "AWS::IAM::",
                    "AWS::Logs::",
                    "AWS::CloudWatch::",
                    "AWS::KMS::",
                    "AWS::SNS::",
                    "AWS::CloudFront::CachePolicy",
                    "AWS::CloudFront::OriginRequestPolicy",
                    ORIGIN_ACCESS,
                    "AWS::WAFv2::",
                    "AWS::CodeDeploy::",
                    "AWS::Budgets::",
                    "AWS::S3::BucketPolicy",
                    "AWS::SQS::QueuePolicy",
                    "AWS::Lambda::Permission",
                    "AWS::Events::Archive",
                    "AWS::Events::EventBusPolicy",
                    "AWS::Scheduler::ScheduleGroup",
                    "AWS::SSM::Parameter");

    /// The property by which a template may name a resource itself.
    private static final Map<String, String> OWN_NAME =
            Map.of(
                    TABLE, "TableName",
                    QUEUE, "QueueName",
                    BUCKET, "BucketName",
                    BUS, "Name",
                    FUNCTION, "FunctionName");

    private final URI queues;

    Resources(URI queues) {
        this.queues = queues;
    }

    static boolean isIgnored(String type) {
        return IGNORED.stream()
                .anyMatch(known ->
                        known.endsWith("::") ? type.startsWith(known) : type.equals(known));
    }

    String name(String id, String type, Section properties) {
        var property = OWN_NAME.get(type);
        var own = property == null ? null : properties.text(property, null);
        if (own != null) {
            return own;
        }
        var name = Names.physical(id);
        return type.equals(BUCKET) ? name.toLowerCase(Locale.ROOT) : name;
    }

    String ref(String type, String name) {
        return type.equals(QUEUE) ? queueUrl(name) : name;
    }

    /// Null: this type has no such attribute here.
    @Nullable String attribute(String type, String name, String attribute) {
        if (attribute.equals("Arn")) {
            return arn(type, name);
        }
        return switch (type + "." + attribute) {
            case QUEUE + ".QueueName" -> name;
            case QUEUE + ".QueueUrl" -> queueUrl(name);
            case BUS + ".Name" -> name;
            case BUCKET + ".RegionalDomainName" -> Addresses.bucketHost(name);
            case ORIGIN_ACCESS + ".Id" -> name;
            default -> null;
        };
    }

    private @Nullable String arn(String type, String name) {
        return switch (type) {
            case TABLE -> Names.arn("dynamodb", "table/" + name);
            case QUEUE -> Names.arn("sqs", name);
            case BUCKET -> "arn:aws:s3:::" + name;
            case BUS -> Names.arn("events", "event-bus/" + name);
            case FUNCTION -> Names.arn("lambda", "function:" + name);
            default -> isIgnored(type) ? Names.arn("ignored", name) : null;
        };
    }

    private String queueUrl(String name) {
        return queues + "/" + Names.ACCOUNT + "/" + name;
    }
}
