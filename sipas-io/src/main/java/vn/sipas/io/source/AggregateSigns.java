package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells tables of ready-made shares and means from responses, so that no unit and no question is taken for a person. */
final class AggregateSigns {

    private static final Pattern SHARE = Pattern.compile("-?\\d{1,3}(?:[.,]\\d+)?\\s?%");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)?");
    private static final Pattern SHARE_HEADING =
            Pattern.compile("(?:.* )?(?:ty le|ti le|percent|percentage|pct|phan tram)(?: .*)?");
    private static final Set<String> MEANS =
            Set.of("mean", "average", "avg", "mean score", "average score", "diem trung binh", "trung binh", "dtb");
    private static final Set<String> SIZES = Set.of(
            "n",
            "count",
            "responses",
            "respondents",
            "sample size",
            "total",
            "so phieu",
            "tong so phieu",
            "so luot",
            "so luong",
            "so nguoi",
            "so nguoi tra loi",
            "co mau",
            "tong so");
    private static final Set<String> QUESTIONS =
            Set.of("question", "item", "indicator", "cau hoi", "noi dung", "tieu chi", "chi so", "noi dung danh gia");

    private AggregateSigns() {}

    /** The names of the columns that say so; empty for anything else. */
    static Optional<String> of(SourceSample sample) {
        List<List<String>> rows = sample.first().rows();
        if (rows.size() < 3 || sample.kind() == SourceKind.JSON || sample.kind() == SourceKind.JSON_LINES) {
            return Optional.empty();
        }
        List<String> worked = new ArrayList<>();
        int written = 0;
        boolean sized = false;
        boolean asked = false;
        List<String> headings = sample.first().headings();
        for (int i = 0; i < headings.size(); i++) {
            String heading = Headings.normal(headings.get(i));
            String plain = Headings.plain(heading);
            boolean shares = all(rows, i, SHARE);
            boolean numbers = shares || all(rows, i, NUMBER);
            written += shares ? 1 : 0;
            sized |= numbers && SIZES.contains(plain);
            asked |= !numbers && QUESTIONS.contains(plain);
            boolean named = heading.endsWith("%")
                    || heading.endsWith("(%)")
                    || SHARE_HEADING.matcher(plain).matches();
            if (shares || (numbers && (MEANS.contains(plain) || (named && !heading.endsWith("?"))))) {
                worked.add(heading);
            }
        }
        boolean results = !worked.isEmpty() && (sized || asked);
        return results || (written > 1 && 2 * written >= headings.size())
                ? Optional.of(String.join(", ", worked))
                : Optional.empty();
    }

    private static boolean all(List<List<String>> rows, int column, Pattern form) {
        List<String> cells = rows.stream()
                .skip(1)
                .filter(row -> column < row.size())
                .map(row -> row.get(column).strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
        return !cells.isEmpty()
                && cells.stream().allMatch(cell -> form.matcher(cell).matches());
    }
}
