package dev.easel.gateway;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;

/// A handler as bytes in, bytes out.
@FunctionalInterface
interface Invocable {

    byte[] call(byte[] event, Context context) throws IOException;

    static Invocable of(Object handler) {
        return switch (handler) {
            case RequestStreamHandler stream ->
                    (event, context) -> {
                        var output = new ByteArrayOutputStream();
                        stream.handleRequest(new ByteArrayInputStream(event), output, context);
                        return output.toByteArray();
                    };
            case RequestHandler<?, ?> typed -> typed(typed);
            default ->
                    throw new IllegalArgumentException(
                            handler.getClass().getName()
                                    + " is neither a RequestHandler nor a RequestStreamHandler.");
        };
    }

    /// Reads the event and writes the answer with the library that the Lambda runtime has inside.
    private static <O> Invocable typed(RequestHandler<?, O> handler) {
        var method = method(handler.getClass());
        // What the serialiser of the parameter's type reads, the handler takes.
        @SuppressWarnings("unchecked")
        var any = (RequestHandler<Object, O>) handler;
        var input = serializer(method.getGenericParameterTypes()[0]);
        return (event, context) -> {
            var answer =
                    any.handleRequest(input.fromJson(new ByteArrayInputStream(event)), context);
            var output = new ByteArrayOutputStream();
            if (answer == null) {
                output.write('n');
                output.writeBytes(new byte[] {'u', 'l', 'l'});
            } else {
                serializer(answer.getClass()).toJson(answer, output);
            }
            return output.toByteArray();
        };
    }

    /// The handler's own method, not the bridge that the compiler adds for the erased signature.
    private static Method method(Class<?> handler) {
        return Arrays.stream(handler.getMethods())
                .filter(method -> method.getName().equals("handleRequest") && !method.isBridge())
                .filter(method -> method.getParameterCount() == 2)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(handler + " has no handleRequest"));
    }

    private static PojoSerializer<Object> serializer(Type type) {
        if (type instanceof Class<?> known
                && LambdaEventSerializers.isLambdaSupportedEvent(known.getName())) {
            @SuppressWarnings("unchecked")
            var cast = (Class<Object>) known;
            return LambdaEventSerializers.serializerFor(cast, Invocable.class.getClassLoader());
        }
        return JacksonFactory.getInstance().getSerializer(type);
    }
}
