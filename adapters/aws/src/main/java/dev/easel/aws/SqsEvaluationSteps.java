package dev.easel.aws;

import dev.easel.door.StepMessages;
import dev.easel.judging.EvaluationStep;
import dev.easel.judging.EvaluationSteps;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.time.Duration;

/// The queue that drives evaluations, in SQS.
public final class SqsEvaluationSteps implements EvaluationSteps {

    private final SqsClient sqs;
    private final String queueUrl;

    public SqsEvaluationSteps(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(EvaluationStep step, Duration delay) {
        sqs.sendMessage(message ->
                message.queueUrl(queueUrl)
                        .delaySeconds(SqsDelay.seconds(delay))
                        .messageBody(StepMessages.write(step)));
    }
}
