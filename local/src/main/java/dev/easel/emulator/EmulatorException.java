package dev.easel.emulator;

/// An emulator that cannot do what it is asked to. The message is a sentence for the person who
/// started it.
public class EmulatorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public EmulatorException(String message) {
        super(message);
    }

    public EmulatorException(String message, Throwable cause) {
        super(message, cause);
    }
}
