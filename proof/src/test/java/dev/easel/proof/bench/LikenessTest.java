package dev.easel.proof.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.easel.workflow.Task;

import org.junit.jupiter.api.Test;

import java.awt.Color;

class LikenessTest {

    private static final Scene SCENE = Scene.of(3);

    @Test
    void aPictureIsWhollyLikeItself() {
        var same = like(SCENE);
        assertThat(same.psnr()).isEqualTo(99);
        assertThat(same.ssim()).isCloseTo(1, within(1e-6));
        assertThat(Baseline.PSNR.flags(Task.OBJECT_REMOVAL, same)).isFalse();
        assertThat(Baseline.SSIM.flags(Task.OBJECT_REMOVAL, same)).isFalse();
    }

    /// 16 levels everywhere: 20 log (255 / 16).
    @Test
    void noiseRatioIsThatOfTheBooks() {
        var one = Drawing.pixels(Drawing.filled(64, 64, Drawing.grey(100)));
        var other = Drawing.pixels(Drawing.filled(64, 64, Drawing.grey(116)));
        assertThat(Likeness.of(Likeness.Grey.of(one), other).psnr()).isCloseTo(24.05, within(0.01));
    }

    @Test
    void aBlankPictureIsUnlikeAnyScene() {
        var blank = Drawing.filled(SCENE.width(), SCENE.height(), Color.BLACK);
        var likeness =
                Likeness.of(Likeness.Grey.of(Drawing.pixels(SCENE.bare())), Drawing.pixels(blank));
        assertThat(Baseline.PSNR.flags(Task.OBJECT_REMOVAL, likeness)).isTrue();
        assertThat(Baseline.SSIM.flags(Task.OBJECT_REMOVAL, likeness)).isTrue();
        assertThat(Baseline.ALWAYS_PASS.flags(Task.OBJECT_REMOVAL, likeness)).isFalse();
    }

    private static Likeness like(Scene scene) {
        var pixels = Drawing.pixels(scene.bare());
        return Likeness.of(Likeness.Grey.of(pixels), pixels);
    }
}
