package vn.sipas.io.json;

import java.util.List;
import java.util.Optional;
import vn.sipas.core.Checked;
import vn.sipas.core.Problem;
import vn.sipas.core.Severity;
import vn.sipas.io.json.tree.JsonFields;

/** What reading found, joined with what validation found. */
final class Joined {

    private Joined() {}

    static <T> Checked<T> of(Checked<T> checked, JsonFields fields) {
        List<Problem> problems = fields.join(checked.problems());
        boolean refused = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return new Checked<>(refused ? Optional.empty() : checked.value(), problems);
    }
}
