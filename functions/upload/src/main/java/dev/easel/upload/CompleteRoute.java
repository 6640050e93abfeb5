package dev.easel.upload;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.asset.Upload;
import dev.easel.door.Body;
import dev.easel.door.Call;
import dev.easel.door.Reply;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.id.UploadId;

import java.util.Optional;

/// `POST /v1/uploads/{id}/complete`: says what the picture that arrived is.
final class CompleteRoute {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CompleteUpload complete;

    CompleteRoute(CompleteUpload complete) {
        this.complete = complete;
    }

    Reply complete(Call call) {
        var id =
                UploadId.parse(call.parameter("id"))
                        .orElseThrow(() -> new FailureException(new Failure.NotFound("upload")));
        return Reply.json(200, write(complete.complete(id, photo(call, id))));
    }

    /// The photo that a mask was painted on. No body at all is fine for everything else.
    private static Optional<UploadId> photo(Call call, UploadId id) {
        var body = Body.of(call.body().isMissingNode() ? JSON.createObjectNode() : call.body());
        var photo = body.choice("image", UploadId::parse, "is not the id of an upload");
        if (id.kind() == UploadId.Kind.MASK) {
            body.required("image", photo);
        } else if (photo.isPresent()) {
            body.violate("image", "belongs to masks only");
        }
        if (photo.isPresent() && photo.get().kind() != UploadId.Kind.IMAGE) {
            body.violate("image", "must be an upload of kind image");
        }
        body.check();
        return photo;
    }

    private static ObjectNode write(Upload upload) {
        var json =
                JSON.createObjectNode()
                        .put("upload_id", upload.id().value())
                        .put("kind", upload.id().kind().wire())
                        .put("content_type", upload.picture().type().wire())
                        .put("width", upload.picture().size().width())
                        .put("height", upload.picture().size().height())
                        .put("bytes", upload.picture().bytes());
        if (upload.maskCoverage() != null) {
            json.put("mask_coverage", upload.maskCoverage());
        }
        var warnings = json.putArray("warnings");
        upload.warnings()
                .forEach(warning ->
                        warnings.addObject()
                                .put("code", warning.code())
                                .put("detail", warning.detail()));
        var traits = json.putArray("traits");
        upload.traits().forEach(traits::add);
        return json;
    }
}
