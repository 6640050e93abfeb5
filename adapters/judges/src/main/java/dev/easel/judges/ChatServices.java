package dev.easel.judges;

import dev.easel.http.Access;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Invitation;
import dev.easel.judging.Judge;

import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// The chat services of a deployment: `bedrock`, `gemini`, and any other name for an endpoint that
/// speaks as OpenAI's does.
public final class ChatServices {

    public static final String BEDROCK = "bedrock";
    public static final String GEMINI = "gemini";

    private final Supplier<BedrockRuntimeClient> bedrock;
    private final Function<String, Access> access;

    /// @param bedrock made once it is needed
    /// @param access to a service by its name
    public ChatServices(Supplier<BedrockRuntimeClient> bedrock, Function<String, Access> access) {
        this.bedrock = bedrock;
        this.access = access;
    }

    /// Everybody invited who is asked through one of them, by seats.
    public Map<Judge, Evaluator> seat(List<Invitation> invitations) {
        var seated = new EnumMap<Judge, Evaluator>(Judge.class);
        for (var invitation : invitations) {
            if (invitation.judge() != Judge.SENTINEL) {
                seated.put(
                        invitation.judge(), new VisionJudge(invitation.judge(), chat(invitation)));
            }
        }
        return seated;
    }

    private Chat chat(Invitation invitation) {
        return switch (invitation.service()) {
            case BEDROCK -> new BedrockChat(bedrock.get(), invitation.model());
            case GEMINI -> new GeminiChat(access.apply(GEMINI), invitation.model());
            default -> new OpenAiChat(access.apply(invitation.service()), invitation.model());
        };
    }
}
