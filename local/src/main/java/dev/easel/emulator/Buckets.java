package dev.easel.emulator;

import dev.easel.template.Bucket;

import software.amazon.awssdk.services.s3.S3Client;

import java.util.HashSet;
import java.util.List;

/// Makes the template's buckets; those of an earlier run keep their objects.
public final class Buckets {

    private final S3Client s3;

    public Buckets(S3Client s3) {
        this.s3 = s3;
    }

    public void ensure(List<Bucket> buckets) {
        var existing = new HashSet<String>();
        s3.listBuckets().buckets().forEach(bucket -> existing.add(bucket.name()));
        buckets.stream()
                .map(Bucket::name)
                .filter(name -> !existing.contains(name))
                .forEach(name -> s3.createBucket(request -> request.bucket(name)));
    }
}
