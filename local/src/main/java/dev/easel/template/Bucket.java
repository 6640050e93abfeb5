package dev.easel.template;

import java.util.List;

/// An S3 bucket. Life cycle rules mean nothing on a laptop and are not read.
public record Bucket(String id, String name, List<Cors> cors) {

    public Bucket {
        cors = List.copyOf(cors);
    }
}
