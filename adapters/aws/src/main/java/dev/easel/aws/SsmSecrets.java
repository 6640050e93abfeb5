package dev.easel.aws;

import dev.easel.secret.Secrets;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Secrets in SSM Parameter Store, behind a cache of five minutes. When the store cannot be
/// reached, the value known last stays good.
public final class SsmSecrets implements Secrets {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final SsmClient ssm;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    public SsmSecrets(SsmClient ssm, Clock clock) {
        this.ssm = ssm;
        this.clock = clock;
    }

    @Override
    public String secret(String name) {
        var cached = known.get(name);
        var now = clock.instant();
        if (cached != null && now.isBefore(cached.readAt.plus(LIFE))) {
            return cached.value;
        }
        try {
            var value =
                    ssm.getParameter(request -> request.name(name).withDecryption(true))
                            .parameter()
                            .value();
            known.put(name, new Known(value, now));
            return value;
        } catch (SdkException e) {
            if (cached == null) {
                throw e;
            }
            return cached.value;
        }
    }

    /// Whether nobody has put one there. A store that cannot be reached is no evidence of that.
    public boolean isMissing(String name) {
        try {
            return secret(name).isBlank();
        } catch (ParameterNotFoundException _) {
            return true;
        } catch (SdkException _) {
            return false;
        }
    }

    @Override
    public void forget(String name) {
        known.computeIfPresent(name, (_, cached) -> new Known(cached.value, Instant.EPOCH));
    }

    /// A value and when it was read. Not to be printed.
    private record Known(String value, Instant readAt) {
        @Override
        public String toString() {
            return "***, read " + readAt;
        }
    }
}
