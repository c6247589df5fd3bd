package vn.sipas.qr.print;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.sipas.core.Problem;
import vn.sipas.qr.poster.PrintPreflight;

/** What a layout came to: a page, or the reasons why there is none; or a page with warnings. */
record Sheet(Optional<Page> page, List<Problem> problems) {

    Sheet {
        problems = List.copyOf(problems);
    }

    /** The report of the page's smallest symbol on a printer. */
    PrintPreflight preflight(int dotsPerInch) {
        Optional<PlacedSymbol> smallest =
                page.flatMap(laid -> laid.symbols().stream().min(Comparator.comparingDouble(PlacedSymbol::module)));
        if (smallest.isEmpty()) {
            return new PrintPreflight(0, 0, 0, problems);
        }
        PrintPreflight.Conditions conditions =
                PrintPreflight.Conditions.blackOnWhite(smallest.get().module(), dotsPerInch);
        return PrintPreflight.check(smallest.get().symbol(), conditions).and(problems);
    }
}
