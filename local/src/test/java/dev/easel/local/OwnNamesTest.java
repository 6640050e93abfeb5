package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.template.Bucket;
import dev.easel.template.Bus;
import dev.easel.template.Queue;
import dev.easel.template.Table;
import dev.easel.template.Template;
import dev.easel.template.TemplateFile;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class OwnNamesTest {

    @Test
    void everyResourceThatKeepsSomethingHasAnotherNameAndTheRestIsTheSame() throws IOException {
        var text = Files.readString(LiveStack.PROJECT.resolve("template.yaml"));
        var real = resolve(text);
        var own = resolve(OwnNames.name(text, "mine"));

        assertThat(names(own))
                .hasSameSizeAs(names(real))
                .allMatch(name -> name.startsWith("mine-"));
        assertThat(own.functions()).hasSameSizeAs(real.functions());
        assertThat(own.queues().stream().map(Queue::visibility).toList())
                .isEqualTo(real.queues().stream().map(Queue::visibility).toList());
        assertThat(own.functions().stream().flatMap(f -> f.environment().values().stream()))
                .noneMatch(value -> names(real).contains(value));
    }

    @Test
    void whatIsSkippedSomewhereIsATestThatExists() {
        assertThat(NotEnforced.names()).allSatisfy(name -> assertThat(methods()).contains(name));
    }

    private static List<String> methods() {
        return Stream.of(PresignedPutTest.class)
                .flatMap(type ->
                        Arrays.stream(type.getDeclaredMethods())
                                .map(Method::getName)
                                .map(name -> type.getSimpleName() + "." + name))
                .toList();
    }

    private static Template resolve(String text) {
        return TemplateFile.parse(text).resolve(Map.of(), URI.create("http://127.0.0.1:1"));
    }

    private static List<String> names(Template template) {
        return Stream.of(
                        template.tables().stream().map(Table::name),
                        template.queues().stream().map(Queue::name),
                        template.buckets().stream().map(Bucket::name),
                        template.buses().stream().map(Bus::name))
                .flatMap(names -> names)
                .toList();
    }
}
