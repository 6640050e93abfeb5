package dev.easel.aws;

import dev.easel.asset.People;
import dev.easel.asset.Presence;
import dev.easel.door.Log;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsFeatureName;
import software.amazon.awssdk.services.rekognition.model.Label;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Amazon Rekognition's DetectLabels, asked for one label
/// (<https://docs.aws.amazon.com/rekognition/latest/dg/API_DetectLabels.html>). It is sent bytes: so
/// its role needs no right to any bucket. The picture is asked about once, and not for long: somebody
/// waits for the upload, and can say himself who is in it.
public final class RekognitionPeople implements People {

    private static final String LABEL = "Person";

    /// In percent. From here on somebody is there; below the second, nobody; nobody knows between.
    private static final float SURE = 80;

    private static final float DOUBTFUL = 40;

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final RekognitionClient rekognition;
    private final Log log;

    public RekognitionPeople(Aws aws, Log log) {
        this(aws, log, ANSWER);
    }

    RekognitionPeople(Aws aws, Log log, Duration answer) {
        this.rekognition =
                aws.configure(RekognitionClient.builder(), "REKOGNITION")
                        .httpClient(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(answer)
                                        .build())
                        .overrideConfiguration(
                                once -> once.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .build();
        this.log = log;
    }

    @Override
    public Presence in(Supplier<byte[]> jpeg) {
        try {
            var found =
                    rekognition
                            .detectLabels(request ->
                                    request.image(image ->
                                                    image.bytes(SdkBytes.fromByteArray(jpeg.get())))
                                            .minConfidence(DOUBTFUL)
                                            .features(DetectLabelsFeatureName.GENERAL_LABELS)
                                            .settings(settings ->
                                                    settings.generalLabels(labels ->
                                                            labels.labelInclusionFilters(LABEL))))
                            .labels();
            return presence(found);
        } catch (SdkException e) {
            log.info("people_unknown", "why", String.valueOf(e.getMessage()));
            return Presence.UNKNOWN;
        }
    }

    private static Presence presence(List<Label> found) {
        return found.stream()
                .filter(label -> label.name().equals(LABEL))
                .map(label -> label.confidence() >= SURE ? Presence.PERSON : Presence.UNKNOWN)
                .findFirst()
                .orElse(Presence.NO_PERSON);
    }
}
