package dev.easel.emulator;

import dev.easel.template.Cors;

import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// s3proxy in this JVM: objects are plain files, and signatures are checked as S3 checks them.
public final class S3Emulator implements Emulator {

    public static final String FLAG = "--s3-port";

    /// The one pair of keys that it takes. Letters and digits only: DynamoDB Local refuses others.
    public static final String ACCESS_KEY = "easellocal";

    public static final String SECRET_KEY = "local-secret";

    private final S3Proxy proxy;
    private final URI uri;

    private S3Emulator(S3Proxy proxy, URI uri) {
        this.proxy = proxy;
        this.uri = uri;
    }

    /// `cors` are the rules of the template's bucket: s3proxy has no PutBucketCors, so the rules
    /// come in at the start and hold for all buckets.
    public static S3Emulator start(int port, Path folder, List<Cors> cors) {
        var free = Loopback.claim(port, FLAG);
        try {
            Files.createDirectories(folder);
            var proxy =
                    S3Proxy.builder()
                            .blobStore(
                                    new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()))
                            .endpoint(Loopback.uri(free))
                            .awsAuthentication(
                                    AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                            .corsRules(rules(cors))
                            // The SDK sends headers that s3proxy has no word for.
                            .ignoreUnknownHeaders(true)
                            .stopTimeout(0)
                            .build();
            proxy.start();
            return new S3Emulator(proxy, Loopback.uri(free));
        } catch (IOException e) {
            throw new EmulatorException("s3proxy cannot use " + folder + ".", e);
        } catch (Exception e) {
            throw new EmulatorException("s3proxy did not start.", e);
        }
    }

    private static CrossOriginResourceSharing rules(List<Cors> cors) {
        if (cors.isEmpty()) {
            return CrossOriginResourceSharing.disabled();
        }
        return new CrossOriginResourceSharing(
                all(cors.stream().map(Cors::origins)),
                all(cors.stream().map(Cors::methods)),
                all(cors.stream().map(Cors::headers)),
                all(cors.stream().map(Cors::exposed)),
                "");
    }

    private static List<String> all(Stream<List<String>> lists) {
        return lists.flatMap(List::stream).distinct().toList();
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new EmulatorException("s3proxy did not stop.", e);
        }
    }
}
