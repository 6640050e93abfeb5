package dev.easel.dispatch;

import dev.easel.generation.Generations;
import dev.easel.id.GenerationId;
import dev.easel.judging.Evaluations;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What worlds before have left open in the tables that all of them share. Nobody of this one goes on with it: its
/// provider may not be here.
record Strangers(Set<GenerationId> ids) {

    private static final int EVERYBODY = 10_000;

    /// @param far later than anything is due
    static Strangers of(Generations generations, Evaluations evaluations, Instant far) {
        var ids = new HashSet<>(generations.overdue(far, EVERYBODY));
        evaluations.overdue(far, EVERYBODY).forEach(one -> ids.add(one.generation()));
        return new Strangers(ids);
    }

    /// The same without them.
    Generations without(Generations all) {
        return overdue(
                Generations.class,
                all,
                before ->
                        all.overdue(before, EVERYBODY).stream()
                                .filter(id -> !ids.contains(id))
                                .toList());
    }

    Evaluations without(Evaluations all) {
        return overdue(
                Evaluations.class,
                all,
                before ->
                        all.overdue(before, EVERYBODY).stream()
                                .filter(one -> !ids.contains(one.generation()))
                                .toList());
    }

    private static <T> T overdue(Class<T> port, T all, Function<Instant, List<?>> overdue) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, arguments) -> {
                            if (method.getName().equals("overdue")) {
                                return overdue.apply((Instant) arguments[0]);
                            }
                            try {
                                return method.invoke(all, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getTargetException();
                            }
                        }));
    }
}
