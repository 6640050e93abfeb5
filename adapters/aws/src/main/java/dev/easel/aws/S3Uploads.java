package dev.easel.aws;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.StoredPicture;
import dev.easel.asset.Upload;
import dev.easel.asset.Uploads;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.failure.Warning;
import dev.easel.id.UploadId;
import dev.easel.image.MediaType;
import dev.easel.image.Size;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Completed uploads in S3. What is known about one lies in its object's metadata, so the picture
/// and its facts appear together or not at all.
public final class S3Uploads implements Uploads {

    private static final String LIST_SEPARATOR = "|";
    private static final String PAIR_SEPARATOR = "=";
    private static final int TRIES_MAX = 3;

    /// Something is there already.
    private static final int PRECONDITION_FAILED = 412;

    /// Somebody else is writing it at this moment.
    private static final int CONFLICT = 409;

    private final S3Client s3;
    private final String bucket;

    public S3Uploads(Aws aws, String bucket) {
        this.s3 = aws.s3();
        this.bucket = bucket;
    }

    @Override
    public Optional<Upload> find(UploadId id) {
        try {
            var head = s3.headObject(request -> request.bucket(bucket).key(AssetKeys.input(id)));
            return Optional.of(read(id, head.contentType(), head.contentLength(), head.metadata()));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    /// A write on condition that nothing is there: two completions at once end as one.
    @Override
    public Upload keep(Upload upload, byte[] bytes) {
        for (int i = 0; i < TRIES_MAX; i++) {
            try {
                put(upload, bytes);
                return upload;
            } catch (S3Exception e) {
                if (e.statusCode() != PRECONDITION_FAILED && e.statusCode() != CONFLICT) {
                    throw e;
                }
                var kept = find(upload.id());
                if (kept.isPresent()) {
                    return kept.get();
                }
                // The other write was still under way, and may yet fail.
            }
        }
        throw new FailureException(new Failure.Busy(Duration.ofSeconds(1)));
    }

    private void put(Upload upload, byte[] bytes) {
        s3.putObject(
                request ->
                        request.bucket(bucket)
                                .key(upload.picture().key())
                                .contentType(upload.picture().type().wire())
                                .metadata(metadata(upload))
                                .ifNoneMatch("*"),
                RequestBody.fromBytes(bytes));
    }

    private static Map<String, String> metadata(Upload upload) {
        var metadata = new HashMap<String, String>();
        metadata.put("width", Integer.toString(upload.picture().size().width()));
        metadata.put("height", Integer.toString(upload.picture().size().height()));
        put(metadata, "mask-coverage", upload.maskCoverage());
        put(metadata, "photo", upload.photo());
        put(metadata, "traits", String.join(LIST_SEPARATOR, upload.traits()));
        put(
                metadata,
                "warnings",
                upload.warnings().stream()
                        .map(warning -> warning.code() + PAIR_SEPARATOR + warning.detail())
                        .collect(Collectors.joining(LIST_SEPARATOR)));
        return metadata;
    }

    private static void put(Map<String, String> metadata, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            metadata.put(name, value.toString());
        }
    }

    private static Upload read(
            UploadId id, String contentType, long bytes, Map<String, String> metadata) {
        var coverage = metadata.get("mask-coverage");
        var photo = metadata.get("photo");
        var picture =
                new StoredPicture(
                        AssetKeys.input(id),
                        MediaType.of(contentType).orElseThrow(),
                        new Size(
                                Integer.parseInt(metadata.get("width")),
                                Integer.parseInt(metadata.get("height"))),
                        bytes);
        return new Upload(
                id,
                picture,
                coverage == null ? null : Double.valueOf(coverage),
                photo == null ? null : new UploadId(photo),
                list(metadata.get("warnings")).stream().map(S3Uploads::warning).toList(),
                list(metadata.get("traits")));
    }

    private static Warning warning(String text) {
        int end = text.indexOf(PAIR_SEPARATOR);
        return new Warning(text.substring(0, end), text.substring(end + 1));
    }

    private static List<String> list(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split("\\" + LIST_SEPARATOR));
    }
}
