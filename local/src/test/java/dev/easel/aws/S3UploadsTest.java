package dev.easel.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.StoredPicture;
import dev.easel.asset.Upload;
import dev.easel.id.Ids;
import dev.easel.id.UploadId;
import dev.easel.image.MediaType;
import dev.easel.image.Size;
import dev.easel.local.LiveStack;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

class S3UploadsTest {

    private final Ids ids = new Ids(RandomGenerator.getDefault());
    private final String bucket =
            LiveStack.get().environment("CompleteFunction").getOrDefault("BUCKET", "");
    private final Aws aws = new Aws(LiveStack.get().environment("CompleteFunction"));
    private final S3Uploads uploads = new S3Uploads(aws, bucket);

    @Test
    void whatWasKeptFirstStays() {
        var id = ids.upload(UploadId.Kind.IMAGE);
        var first = upload(id, "landscape", 3);

        assertThat(uploads.keep(first, new byte[3])).isEqualTo(first);
        assertThat(uploads.keep(upload(id, "portrait", 4), new byte[4])).isEqualTo(first);

        assertThat(uploads.find(id)).contains(first);
    }

    @Test
    void anObjectThatIsGoneIsNoFault() {
        var assets = new S3Assets(aws, bucket, Clock.systemUTC());

        assertThat(assets.read(AssetKeys.input(ids.upload(UploadId.Kind.MASK)), 10)).isEmpty();
    }

    private static Upload upload(UploadId id, String trait, long bytes) {
        var picture =
                new StoredPicture(AssetKeys.input(id), MediaType.PNG, new Size(10, 20), bytes);
        return new Upload(id, picture, null, null, List.of(), List.of(trait));
    }
}
