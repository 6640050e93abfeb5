package dev.easel.emulator;

/// Somebody else listens on the port; the flag is the one that chooses another.
public final class PortInUse extends EmulatorException {

    private static final long serialVersionUID = 1;

    private final int port;
    private final String flag;

    public PortInUse(int port, String flag) {
        super("Port %d is in use; choose another with %s.".formatted(port, flag));
        this.port = port;
        this.flag = flag;
    }

    public int port() {
        return port;
    }

    public String flag() {
        return flag;
    }
}
