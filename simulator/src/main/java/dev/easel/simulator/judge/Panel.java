package dev.easel.simulator.judge;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.simulator.picture.Mask;
import dev.easel.simulator.picture.Picture;
import dev.easel.simulator.picture.UnreadablePictureException;
import dev.easel.simulator.web.Downloads;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/// Fetches what is to be judged and lets the judges look at it.
public final class Panel {

    private final Downloads downloads;
    private final Semaphore seats = new Semaphore(2);

    public Panel(Downloads downloads) {
        this.downloads = downloads;
    }

    /// The codes are our choice but for `INVALID_CONTENT_TYPE`, which a team was told by the real
    /// one.
    public Opinion look(JsonNode order) {
        seats.acquireUninterruptibly();
        try {
            var made = downloads.fetch(order.path("generated_image_url").asText());
            if (!made.contentType().startsWith("image/")) {
                return new Opinion.Refused("INVALID_CONTENT_TYPE");
            }
            return new Opinion.Given(
                    Rules.judged(exhibit(order, Picture.decode(made.body().bytes()))));
        } catch (UnreadablePictureException e) {
            return new Opinion.Refused("INVALID_IMAGE");
        } catch (IOException e) {
            return new Opinion.Refused("IMAGE_FETCH_FAILED");
        } catch (RuntimeException e) {
            // Theirs would not fall over either: the evaluation ends failed, and everything else
            // goes on.
            return new Opinion.Refused("EVALUATION_ERROR");
        } finally {
            seats.release();
        }
    }

    private Exhibit exhibit(JsonNode order, Picture made) throws IOException {
        var photo = reference(order, "input");
        var painted = reference(order, "mask");
        var mask =
                photo == null || painted == null
                        ? null
                        : Mask.painted(painted, photo.width(), photo.height());
        return new Exhibit(
                order.path("task_type").asText(), made, photo, mask, Exhibit.askedRatio(order));
    }

    private @Nullable Picture reference(JsonNode order, String kind) throws IOException {
        for (var image : order.path("reference_images")) {
            if (image.path("kind").asText().equals(kind)) {
                var download = downloads.fetch(image.path("url").asText());
                return Picture.decode(download.body().bytes());
            }
        }
        return null;
    }
}
