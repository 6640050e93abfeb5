package dev.easel.dispatch;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.Assets;
import dev.easel.asset.Loans;
import dev.easel.asset.StoredPicture;
import dev.easel.door.TemporaryFile;
import dev.easel.generation.Order;
import dev.easel.id.AttemptId;
import dev.easel.provider.Bundler.Bundle;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes one zip of an order's pictures, through a file, and lends it.
final class Zipping {

    private final Assets assets;
    private final Loans loans;

    Zipping(Assets assets, Loans loans) {
        this.assets = assets;
        this.loans = loans;
    }

    /// Lies under the attempt's own name: made twice, it is the same zip.
    Bundle zip(Order order, AttemptId attempt) {
        var key = AssetKeys.zip(attempt);
        var references = new ArrayList<String>();
        try (var file = TemporaryFile.named("bundle");
                var zip = new ZipOutputStream(Files.newOutputStream(file.path()))) {
            // Pictures are small already.
            zip.setLevel(Deflater.NO_COMPRESSION);
            var image = add(zip, "photo", order.image());
            var mask = add(zip, "mask", order.mask());
            for (int i = 0; i < order.references().size(); i++) {
                references.add(addOne(zip, "reference-" + (i + 1), order.references().get(i)));
            }
            zip.finish();
            assets.write(key, "application/zip", file.path());
            return new Bundle(loans.lend(key), image, mask, references);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String add(ZipOutputStream zip, String name, @Nullable StoredPicture picture)
            throws IOException {
        return picture == null ? null : addOne(zip, name, picture);
    }

    private String addOne(ZipOutputStream zip, String name, StoredPicture picture)
            throws IOException {
        var member = name + "." + picture.type().extension();
        zip.putNextEntry(new ZipEntry(member));
        zip.write(loans.read(picture));
        zip.closeEntry();
        return member;
    }
}
