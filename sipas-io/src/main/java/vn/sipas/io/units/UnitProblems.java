package vn.sipas.io.units;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/** Keeps the first problems of a file and counts the rest, so that a file of bad rows does not fill the memory. */
final class UnitProblems implements Consumer<Problem> {

    private static final int LISTED = 20_000;

    private final List<Problem> kept = new ArrayList<>();
    private long left;

    @Override
    public void accept(Problem problem) {
        if (kept.size() < LISTED) {
            kept.add(problem);
        } else {
            left++;
        }
    }

    List<Problem> toList() {
        if (left > 0) {
            List<Problem> all = new ArrayList<>(kept);
            all.add(Problem.of(UnitFileProblem.MORE_PROBLEMS, Place.nowhere(), "count", left));
            return List.copyOf(all);
        }
        return List.copyOf(kept);
    }
}
