package dev.easel.client;

/// What was asked cannot be meant: an unknown workflow, a missing file, an input left out. Exit
/// code 2.
public final class MisuseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MisuseException(String message) {
        super(message);
    }
}
