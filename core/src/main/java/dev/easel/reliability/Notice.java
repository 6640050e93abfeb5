package dev.easel.reliability;

import java.util.Locale;

/// Something of an incident that somebody has still to be told.
public record Notice(Incident incident, News news) {

    /// What there is to tell.
    public enum News {
        /// It began.
        DEGRADED,
        /// It is over: things are as they were before.
        RECOVERED,
        /// It is over, because it has lasted so long that it is what is usual now.
        SETTLED,
        /// It is over, because for so long nobody has looked that nobody knows.
        UNSEEN;

        /// As events and tables spell it.
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
