package dev.easel.upload;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.Assets;
import dev.easel.asset.People;
import dev.easel.asset.Presence;
import dev.easel.asset.StoredPicture;
import dev.easel.asset.Upload;
import dev.easel.asset.Uploads;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.id.UploadId;
import dev.easel.image.MediaType;
import dev.easel.image.Pixels;
import dev.easel.image.Size;
import dev.easel.picture.Pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decodes what arrived, encodes it anew and keeps that: what a stranger sent is never handed on.
public final class CompleteUpload {

    private static final Failure NOTHING =
            new Failure.NotFound(
                    "upload: nothing has arrived under this id, or it was too long ago");

    /// Enough to see a face by.
    private static final int LOOK_SIDE_MAX = 1024;

    private final Assets assets;
    private final Uploads uploads;
    private final Pictures pictures;
    private final KnownPhotos known;
    private final People people;
    private final long bytesMax;

    CompleteUpload(
            Assets assets,
            Uploads uploads,
            Pictures pictures,
            KnownPhotos known,
            People people,
            long bytesMax) {
        this.assets = assets;
        this.uploads = uploads;
        this.pictures = pictures;
        this.known = known;
        this.people = people;
        this.bytesMax = bytesMax;
    }

    /// Completing twice answers the same, also at once. What is refused stays where it arrived: a
    /// mask that named a wrong photo may name the right one. A mask names the photo that it was
    /// painted on.
    Upload complete(UploadId id, Optional<UploadId> photo) {
        var known = uploads.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        var photoSize = photo.map(this::sizeOf);
        var key = AssetKeys.quarantine(id);
        var arrived = assets.find(key);
        var bytes = arrived.flatMap(_ -> assets.read(key, bytesMax));
        if (bytes.isEmpty()) {
            // Somebody may have completed it since we looked.
            return uploads.find(id).orElseThrow(() -> new FailureException(NOTHING));
        }
        // The type was signed: nothing else could have been put there.
        var declared = MediaType.of(arrived.orElseThrow().contentType()).orElseThrow();
        var upload =
                photoSize.isPresent()
                        ? keepMask(id, photo.orElseThrow(), photoSize.get(), bytes.get(), declared)
                        : keepPhoto(id, bytes.get(), declared);
        assets.delete(key);
        return upload;
    }

    private Size sizeOf(UploadId photo) {
        return uploads.find(photo)
                .map(upload -> upload.picture().size())
                .orElseThrow(() ->
                        new FailureException(
                                Failure.InvalidRequest.of(
                                        "/image", "is not there: complete the photo first")));
    }

    private Upload keepPhoto(UploadId id, byte[] bytes, MediaType declared) {
        var picture = pictures.normalise(bytes, declared);
        var stored =
                new StoredPicture(
                        AssetKeys.input(id),
                        picture.type(),
                        picture.size(),
                        picture.bytes().length);
        var traits = new ArrayList<>(picture.traits());
        if (id.kind() == UploadId.Kind.IMAGE) {
            presence(bytes, picture.pixels()).trait().ifPresent(traits::add);
        }
        var upload = new Upload(id, stored, null, null, List.of(), traits);
        return uploads.keep(upload, picture.bytes());
    }

    /// Of what is kept, not of what a stranger sent: where it was taken is no longer in it.
    private Presence presence(byte[] arrived, Pixels pixels) {
        var declared = known.in(arrived);
        return declared == Presence.UNKNOWN
                ? people.in(() -> Pictures.thumbnail(pixels, LOOK_SIDE_MAX))
                : declared;
    }

    private Upload keepMask(
            UploadId id, UploadId photo, Size photoSize, byte[] bytes, MediaType declared) {
        var mask = pictures.normaliseMask(bytes, declared, photoSize);
        var stored =
                new StoredPicture(
                        AssetKeys.input(id), MediaType.PNG, photoSize, mask.bytes().length);
        var upload = new Upload(id, stored, mask.coverage(), photo, mask.warnings(), List.of());
        return uploads.keep(upload, mask.bytes());
    }
}
