package dev.easel.template;

import java.util.List;
import java.util.function.UnaryOperator;

/// An S3 bucket. Life cycle rules mean nothing on a laptop and are not read.
public record Bucket(String id, String name, List<Cors> cors) {

    public Bucket {
        cors = List.copyOf(cors);
    }

    Bucket here(UnaryOperator<String> here) {
        return new Bucket(id, name, cors.stream().map(one -> one.here(here)).toList());
    }
}
