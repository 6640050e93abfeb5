package dev.easel.simulator.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

class DrawingTest {

    private static final Sizes.Size SIZE = new Sizes.Size(320, 192);

    @Test
    void theSameWordsPaintTheSamePictureAndOtherWordsAnother() {
        var first = Painting.of("a red bicycle by the sea", SIZE, 0).png();

        assertThat(Painting.of("a red bicycle by the sea", SIZE, 0).png()).isEqualTo(first);
        assertThat(Painting.of("a blue bicycle by the sea", SIZE, 0).png()).isNotEqualTo(first);
        assertThat(Painting.of("a red bicycle by the sea", SIZE, 1).png()).isNotEqualTo(first);
    }

    @Test
    void aSixteenToNinePictureAtTwoKIsAsLargeAsTheirs() {
        var size = Sizes.of("2K", Sizes.ratio("16:9", 1));

        assertThat(size.width()).isBetween(2700, 2760);
        assertThat(size.height()).isBetween(1530, 1560);
    }

    @Test
    void theSubjectIsCutOutAndItsColoursStay() {
        var photo = Picture.filled(160, 120, Colour.of(225, 225, 220));
        var scene = photo.map(i -> isDisc(i) ? Colour.of(190, 30, 40) : photo.at(i));

        var cut = CutOut.of(scene);

        assertThat(Colour.alpha(cut.at(80, 62))).isEqualTo(255);
        assertThat(Colour.alpha(cut.at(5, 5))).isZero();
        assertThat(cut.at(80, 62)).isEqualTo(scene.at(80, 62));
    }

    @Test
    void anExtendedPhotoIsInTheMiddleAsItWas() {
        var photo = Picture.filled(120, 80, 0).map(i -> Colour.of(i % 120 * 2, i / 120 * 3, 90));

        var extended = Extension.to(photo, 1, new Random(1));

        assertThat(extended.height()).isEqualTo(120);
        assertThat(extended.crop(0, 20, 120, 80).png()).isEqualTo(photo.png());
    }

    @Test
    void anEditByWordsDependsOnTheWords() {
        var photo = Picture.filled(64, 64, 0).map(i -> Colour.of(i % 64 * 4, i / 64 * 4, 90));

        var night = WordEdit.of(photo, List.of(), "make it night").png();

        assertThat(night).isNotEqualTo(photo.png());
        assertThat(WordEdit.of(photo, List.of(), "make it snow").png()).isNotEqualTo(night);
    }

    private static boolean isDisc(int i) {
        int x = i % 160 - 80;
        int y = i / 160 - 62;
        return x * x + y * y < 35 * 35;
    }
}
