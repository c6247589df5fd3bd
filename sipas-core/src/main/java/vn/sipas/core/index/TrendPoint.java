package vn.sipas.core.index;

import java.util.Objects;
import vn.sipas.core.response.Wave;

/**
 * The index of a group in one wave.
 *
 * @param wave the wave
 * @param result the result
 */
public record TrendPoint(Wave wave, IndexResult result) {

    public TrendPoint {
        Objects.requireNonNull(wave, "wave");
        Objects.requireNonNull(result, "result");
    }
}
