package dev.easel.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.random.RandomGenerator;

class IdsTest {

    private final Ids ids = new Ids(RandomGenerator.of("L64X128MixRandom"));

    @Test
    void anIdIsReadBackAsItself() {
        var id = ids.generation();

        assertThat(GenerationId.parse(id.value())).contains(id);
        assertThat(ids.generation()).isNotEqualTo(id);
    }

    @Test
    void anUploadsIdSaysWhatItIs() {
        var mask = ids.upload(UploadId.Kind.MASK);

        assertThat(mask.value()).startsWith("msk_");
        assertThat(UploadId.parse(mask.value()).orElseThrow().kind()).isEqualTo(UploadId.Kind.MASK);
    }

    @Test
    void theFirstEvaluationFollowsFromItsGeneration() {
        var generation = ids.generation();

        assertThat(EvaluationId.first(generation)).isEqualTo(EvaluationId.first(generation));
        assertThat(EvaluationId.first(generation).value()).startsWith("evl_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gen_",
                "gen_short",
                "gen_0123456789abcdefghjkmnpqrsX",
                "gen_0123456789abcdefghjkmnpqil",
                "att_0123456789abcdefghjkmnpqrs",
                "gen_0123456789abcdefghjkmnpqrs/",
                " gen_0123456789abcdefghjkmnpqrs",
                "gen_0123456789ABCDEFGHJKMNPQRS",
                "../outputs"
            })
    void whatIsNotOursIsNotRead(String text) {
        assertThat(GenerationId.parse(text)).isEmpty();
        assertThatThrownBy(() -> new GenerationId(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
