/// AWS behind the core's ports: DynamoDB, S3, SQS, EventBridge and SSM.
@NullMarked
package dev.easel.aws;

import org.jspecify.annotations.NullMarked;
