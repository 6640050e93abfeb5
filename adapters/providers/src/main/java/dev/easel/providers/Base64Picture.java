package dev.easel.providers;

import dev.easel.provider.Loan;
import dev.easel.provider.Output;

import java.util.Base64;
import java.util.Optional;

/// Pictures that travel as letters.
final class Base64Picture {

    private Base64Picture() {}

    static String spell(Loan loan) {
        return Base64.getEncoder().encodeToString(loan.bytes());
    }

    /// Empty when it is none: cut off, or in other letters.
    static Optional<Output.Inline> read(String letters) {
        try {
            var bytes = Base64.getDecoder().decode(letters.strip());
            return bytes.length == 0 ? Optional.empty() : Optional.of(new Output.Inline(bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
