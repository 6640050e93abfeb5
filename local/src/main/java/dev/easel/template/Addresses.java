package dev.easel.template;

import java.net.URI;
import java.util.List;

/// Where this laptop has what Amazon gives host names to.
///
/// @param queues where SQS listens: a queue's URL, which is what `!Ref` of a queue gives, begins
/// with it
/// @param objects where S3 listens
/// @param front where pages and API are served
public record Addresses(URI queues, URI objects, URI front) {

    /// Where a distribution is that has no domain of its own.
    private static final String DISTRIBUTION = "https://*.cloudfront.net";

    /// The host that Amazon gives to a bucket.
    static String bucketHost(String name) {
        return name + ".s3." + Names.REGION + ".amazonaws.com";
    }

    /// The same text, with the origins of this laptop where Amazon's were.
    String here(String text, List<String> buckets) {
        var here = text.replace(DISTRIBUTION, front.toString());
        for (var bucket : buckets) {
            here = here.replace("https://" + bucketHost(bucket), objects.toString());
        }
        return here;
    }
}
