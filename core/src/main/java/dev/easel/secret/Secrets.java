package dev.easel.secret;

/// The secrets of the deployment. A port.
public interface Secrets {

    /// The secret's value, at most five minutes old.
    String secret(String name);

    /// Forgets the cached value, because somebody refused it: the next read asks again. A key can
    /// so be rotated without a deployment.
    void forget(String name);
}
