package dev.easel.reliability;

import java.util.Optional;

/// How series stand, as it is remembered. A port.
public interface Standings {

    /// Empty before anybody looked.
    Optional<Standing> of(Series series);

    /// Writes it if the version before it is what is kept. False when somebody else was quicker.
    boolean save(Standing standing);
}
