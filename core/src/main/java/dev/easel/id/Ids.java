package dev.easel.id;

import java.util.random.RandomGenerator;

/// Makes new ids. The randomness comes in, so that a simulation can repeat itself; in a function it
/// is a `SecureRandom`.
public final class Ids {

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    public GenerationId generation() {
        return new GenerationId(next(GenerationId.PREFIX));
    }

    public EvaluationId evaluation() {
        return new EvaluationId(next(EvaluationId.PREFIX));
    }

    public AttemptId attempt() {
        return new AttemptId(next(AttemptId.PREFIX));
    }

    public UploadId upload(UploadId.Kind kind) {
        return new UploadId(next(kind.prefix()));
    }

    private String next(String prefix) {
        var id = new StringBuilder(prefix.length() + 1 + Id.Form.LENGTH).append(prefix).append('_');
        for (int i = 0; i < Id.Form.LENGTH; i++) {
            id.append(Id.Form.ALPHABET.charAt(random.nextInt(Id.Form.ALPHABET.length())));
        }
        return id.toString();
    }
}
