package vn.sipas.qr.print;

import java.util.List;
import java.util.Optional;
import vn.sipas.core.Problem;

/** What a layout came to: a page, or the reasons why there is none; or a page with warnings. */
record Sheet(Optional<Page> page, List<Problem> problems) {

    Sheet {
        problems = List.copyOf(problems);
    }
}
