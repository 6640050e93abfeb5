package dev.easel.door;

/// The id under which all that one request set going is found in the logs: from the API through the
/// queues to the verdict.
///
/// A door binds it, and every line that is written behind that door carries it, without anybody
/// passing it on.
public final class Correlation {

    private static final ScopedValue<String> ID = ScopedValue.newInstance();

    /// For what is said outside of any door, such as at the start.
    private static final String NONE = "none";

    private Correlation() {}

    /// Does the work under this id; a blank one is none.
    public static <R, X extends Throwable> R under(String id, ScopedValue.CallableOp<R, X> work)
            throws X {
        return ScopedValue.where(ID, id.isBlank() ? NONE : id).call(work);
    }

    static String current() {
        return ID.orElse(NONE);
    }
}
