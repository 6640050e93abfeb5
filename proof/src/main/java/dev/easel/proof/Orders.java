package dev.easel.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.client.EaselClient;
import dev.easel.client.Picture;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is ordered: mostly words, which are cheap, and every third time a photo with a mask.
final class Orders {

    private static final int EVERY = 3;

    private final String photo;
    private final String mask;

    private Orders(String photo, String mask) {
        this.photo = photo;
        this.mask = mask;
    }

    /// Sends the pictures up that all orders share.
    static Orders at(URI api, Path project) throws IOException, InterruptedException {
        try (var client = new EaselClient(api)) {
            var photo = client.upload("image", picture(project, "coffee.png"), null).id();
            var mask = client.upload("mask", picture(project, "coffee-mask.png"), photo).id();
            return new Orders(photo, mask);
        }
    }

    private static Picture picture(Path project, String name) throws IOException {
        return Picture.of(Files.readAllBytes(project.resolve("photos").resolve(name)))
                .orElseThrow();
    }

    /// One that needs no picture.
    static ObjectNode words(int number) {
        return Town.JSON
                .createObjectNode()
                .put("workflow", "create")
                .put("prompt", "boat number " + number);
    }

    ObjectNode order(int number) {
        if (number % EVERY != 0) {
            return words(number);
        }
        var order = Town.JSON.createObjectNode().put("workflow", "remove-object");
        var inputs = order.putObject("inputs");
        inputs.putObject("image").put("upload", photo);
        inputs.putObject("mask").put("upload", mask);
        return order;
    }
}
