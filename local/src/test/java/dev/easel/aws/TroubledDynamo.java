package dev.easel.aws;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A client of DynamoDB to which happens what DynamoDB Local never does: it works off one request
/// after another, and answers each.
final class TroubledDynamo {

    static final String TRANSACTION = "transactWriteItems";
    static final String LOOK = "batchGetItem";

    /// What happens to one call. Answers what the caller gets, or throws what it gets.
    interface Trouble {
        Object meet(String method, Object request, Call call) throws Throwable;
    }

    /// The call as it should have been.
    interface Call {
        Object make() throws Throwable;
    }

    private TroubledDynamo() {}

    static DynamoDbClient of(DynamoDbClient real, Trouble trouble) {
        return (DynamoDbClient)
                Proxy.newProxyInstance(
                        TroubledDynamo.class.getClassLoader(),
                        new Class<?>[] {DynamoDbClient.class},
                        (_, method, arguments) ->
                                trouble.meet(
                                        method.getName(),
                                        arguments[0],
                                        () -> {
                                            try {
                                                return method.invoke(real, arguments);
                                            } catch (InvocationTargetException e) {
                                                throw e.getCause() == null ? e : e.getCause();
                                            }
                                        }));
    }

    /// What the SDK throws when the line is cut.
    static SdkClientException cut() {
        return SdkClientException.create("the connection was reset");
    }

    /// A transaction that came to nothing, for these reasons in this order.
    static TransactionCanceledException cancelled(CancellationReason... reasons) {
        return TransactionCanceledException.builder()
                .cancellationReasons(reasons)
                .statusCode(400)
                .message("Transaction cancelled")
                .build();
    }

    static CancellationReason reason(String code) {
        return CancellationReason.builder().code(code).build();
    }

    /// DynamoDB's rule for two at once: a transaction that touches an item of another one under way
    /// is thrown back.
    static final class Conflicts implements Trouble {

        private final Set<String> underWay = new HashSet<>();

        @Override
        public Object meet(String method, Object request, Call call) throws Throwable {
            if (!method.equals(TRANSACTION)) {
                return call.make();
            }
            var keys = keys(request);
            seize(keys);
            try {
                // As long as a transaction may take, or none would ever meet another here.
                Thread.sleep(5);
                return call.make();
            } finally {
                synchronized (underWay) {
                    keys.forEach(underWay::remove);
                }
            }
        }

        private void seize(List<String> keys) {
            synchronized (underWay) {
                var taken = keys.stream().map(underWay::contains).toList();
                if (taken.contains(true)) {
                    throw cancelled(
                            taken.stream()
                                    .map(one -> reason(one ? "TransactionConflict" : "None"))
                                    .toArray(CancellationReason[]::new));
                }
                underWay.addAll(keys);
            }
        }

        @SuppressWarnings("unchecked")
        private static List<String> keys(Object request) {
            var builder = TransactWriteItemsRequest.builder();
            ((Consumer<TransactWriteItemsRequest.Builder>) request).accept(builder);
            var keys = new ArrayList<String>();
            for (TransactWriteItem item : builder.build().transactItems()) {
                var attributes = item.put() != null ? item.put().item() : item.update().key();
                keys.add(key(attributes));
            }
            return keys;
        }

        private static String key(Map<String, AttributeValue> attributes) {
            return Stream.of("pk", "id")
                    .filter(attributes::containsKey)
                    .map(name -> new Row(attributes).text(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
