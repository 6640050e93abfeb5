package dev.easel.aws;

import dev.easel.asset.StoredPicture;
import dev.easel.generation.Order;
import dev.easel.generation.Retry;
import dev.easel.id.GenerationId;
import dev.easel.image.MediaType;
import dev.easel.image.Point;
import dev.easel.image.Size;
import dev.easel.workflow.Tier;

import java.util.Map;
import java.util.TreeMap;

/// An order as it is kept in a table, and the pictures that it names.
final class OrderRow {

    private OrderRow() {}

    static RowBuilder write(Order order) {
        return new RowBuilder()
                .text("workflow", order.workflow())
                .text("tier", order.tier().wire())
                .row("image", order.image(), OrderRow::write)
                .row("mask", order.mask(), OrderRow::write)
                .rows("references", order.references(), OrderRow::write)
                .text("prompt", order.prompt())
                .row(
                        "pin",
                        order.pin(),
                        pin -> new RowBuilder().number("x", pin.x()).number("y", pin.y()))
                .text("aspect_ratio", order.aspectRatio())
                .row("metadata", order.metadata(), OrderRow::write)
                .row(
                        "retry",
                        order.retry(),
                        retry ->
                                new RowBuilder()
                                        .text("of", retry.of().value())
                                        .text("notes", retry.notes()));
    }

    static Order read(Row row) {
        return new Order(
                row.text("workflow"),
                Tier.of(row.text("tier")).orElseThrow(),
                row.maybeRow("image").map(OrderRow::readPicture).orElse(null),
                row.maybeRow("mask").map(OrderRow::readPicture).orElse(null),
                row.rows("references").stream().map(OrderRow::readPicture).toList(),
                row.maybeText("prompt").orElse(null),
                row.maybeRow("pin")
                        .map(pin -> new Point(pin.integer("x"), pin.integer("y")))
                        .orElse(null),
                row.maybeText("aspect_ratio").orElse(null),
                readMetadata(row.row("metadata")),
                row.maybeRow("retry").map(OrderRow::readRetry).orElse(null));
    }

    private static Retry readRetry(Row row) {
        return new Retry(
                GenerationId.parse(row.text("of")).orElseThrow(),
                row.maybeText("notes").orElse(""));
    }

    static RowBuilder write(StoredPicture picture) {
        return new RowBuilder()
                .text("key", picture.key())
                .text("type", picture.type().wire())
                .number("width", picture.size().width())
                .number("height", picture.size().height())
                .number("bytes", picture.bytes());
    }

    static StoredPicture readPicture(Row row) {
        return new StoredPicture(
                row.text("key"),
                MediaType.of(row.text("type")).orElseThrow(),
                new Size(row.integer("width"), row.integer("height")),
                row.number("bytes"));
    }

    private static RowBuilder write(Map<String, String> metadata) {
        var row = new RowBuilder();
        metadata.forEach(row::text);
        return row;
    }

    private static Map<String, String> readMetadata(Row row) {
        var metadata = new TreeMap<String, String>();
        row.attributes().forEach((name, value) -> metadata.put(name, value.s()));
        return metadata;
    }
}
