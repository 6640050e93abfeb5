package dev.easel.simulator.picture;

/// Puts what is cut out on something else.
public final class Backdrop {

    private Backdrop() {}

    /// On one colour; the result is opaque.
    public static Picture on(Picture subject, int colour) {
        return subject.map(i -> over(subject.at(i), colour));
    }

    /// On another picture of the same size.
    public static Picture on(Picture subject, Picture ground) {
        return subject.map(i -> over(subject.at(i), ground.at(i)));
    }

    static int over(int front, int back) {
        return Colour.mix(back, front, Colour.alpha(front) / 255.0);
    }
}
