package dev.easel.dispatch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.function.IntPredicate;

/// Lets the process die at calls to ports: right before one, or right after it was carried out.
///
/// An [Error], which no door catches: whoever was at work is gone.
public final class Crashes {

    private final IntPredicate before;
    private final IntPredicate after;
    private int calls;

    private Crashes(IntPredicate before, IntPredicate after) {
        this.before = before;
        this.after = after;
    }

    public static Crashes never() {
        return new Crashes(_ -> false, _ -> false);
    }

    public static Crashes before(int call) {
        return new Crashes(number -> number == call, _ -> false);
    }

    public static Crashes after(int call) {
        return new Crashes(_ -> false, number -> number == call);
    }

    /// One call in ten, but not more often than `max`.
    public static Crashes atRandom(long seed, int max) {
        var random = new Random(seed);
        var left = new int[] {max};
        IntPredicate dies = _ -> left[0] > 0 && random.nextInt(20) == 0 && left[0]-- > 0;
        return new Crashes(dies, dies);
    }

    /// How many calls there were.
    public int calls() {
        return calls;
    }

    public <T> T around(Class<T> port, T real) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, arguments) -> {
                            int call = calls++;
                            if (before.test(call)) {
                                throw new Crash();
                            }
                            Object answer;
                            try {
                                answer = method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getTargetException();
                            }
                            if (after.test(call)) {
                                throw new Crash();
                            }
                            return answer;
                        }));
    }

    /// Whoever was at work is gone.
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }
}
