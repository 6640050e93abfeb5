package dev.easel.template;

import org.jspecify.annotations.Nullable;

/// An intrinsic function of CloudFormation, not yet resolved: `!Sub x` and `Fn::Sub: x` are both
/// `Intrinsic("Sub", "x")`.
record Intrinsic(String name, @Nullable Object argument) {

    private static final String LONG_FORM = "Fn::";

    /// The intrinsic that a key of a mapping stands for, if it does.
    static @Nullable Intrinsic ofKey(String key, @Nullable Object argument) {
        if (key.startsWith(LONG_FORM)) {
            return new Intrinsic(key.substring(LONG_FORM.length()), argument);
        }
        return key.equals("Ref") ? new Intrinsic(key, argument) : null;
    }
}
