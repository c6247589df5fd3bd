package vn.sipas.io.workbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.index.IndexRanking;
import vn.sipas.core.index.IndexResult;
import vn.sipas.core.index.NodeResult;
import vn.sipas.core.index.RankedGroup;
import vn.sipas.core.index.UnrankedGroup;
import vn.sipas.core.rating.StarRating;

/** The units: ranked ones first, then those that are not ranked and why. */
final class UnitSheet {

    private UnitSheet() {}

    static void write(Book book, List<LocalizedText> titles, ResultWorkbook content) {
        Sheet sheet = new Sheet(
                book,
                "Đơn vị (Units)",
                titles,
                List.of(
                        Sheet.Column.of("Hạng", "Rank", 8),
                        Sheet.Column.of("Mã", "Code", 14),
                        Sheet.Column.of("Đơn vị", "Unit", 34),
                        Sheet.Column.of("Địa bàn", "Area", 22),
                        Sheet.Column.of("Chỉ số (%)", "Index (%)", 11),
                        Sheet.Column.of("Sai số chuẩn", "Standard error", 11),
                        Sheet.Column.of("Cận dưới", "Lower bound", 10),
                        Sheet.Column.of("Cận trên", "Upper bound", 10),
                        Sheet.Column.of("Hạng tốt nhất có thể", "Best possible rank", 12),
                        Sheet.Column.of("Hạng kém nhất có thể", "Worst possible rank", 12),
                        Sheet.Column.of("Số trả lời", "Answers", 10),
                        Sheet.Column.of("Sao", "Stars", 8),
                        Sheet.Column.of("Ghi chú", "Note (Vietnamese)", 36),
                        Sheet.Column.of("Ghi chú (tiếng Anh)", "Note (English)", 36)));
        Map<String, IndexResult> results = new HashMap<>();
        content.units().forEach(unit -> results.put(unit.group(), unit));
        Map<String, StarRating> stars = new HashMap<>();
        content.ratings().forEach(rating -> stars.put(rating.unit().value(), rating));
        Set<String> written = new HashSet<>();
        Optional<NodeResult> whole = content.whole().map(IndexResult::root);
        List<RankedGroup> ranked = content.ranking().map(IndexRanking::ranked).orElse(List.of());
        List<UnrankedGroup> unranked =
                content.ranking().map(IndexRanking::unranked).orElse(List.of());
        for (RankedGroup group : ranked) {
            IndexResult unit = results.get(group.group());
            if (unit != null && written.add(group.group())) {
                row(sheet, content, unit, stars, Optional.of(group), Optional.empty(), whole);
            }
        }
        for (IndexResult unit : content.units()) {
            Optional<LocalizedText> reason = unranked.stream()
                    .filter(group -> group.group().equals(unit.group()))
                    .map(UnrankedGroup::reason)
                    .findFirst();
            if (written.add(unit.group())) {
                row(sheet, content, unit, stars, Optional.empty(), reason, whole);
            }
        }
        StarSheet.colours(sheet, 11);
        sheet.finish();
    }

    private static void row(
            Sheet sheet,
            ResultWorkbook content,
            IndexResult unit,
            Map<String, StarRating> stars,
            Optional<RankedGroup> rank,
            Optional<LocalizedText> reason,
            Optional<NodeResult> whole) {
        NodeResult root = unit.root();
        sheet.next();
        if (rank.isPresent()) {
            sheet.count(rank.get().rank());
        } else {
            sheet.text("");
        }
        sheet.text(unit.group())
                .text(content.names().getOrDefault(unit.group(), unit.group()))
                .text(content.areas().getOrDefault(unit.group(), ""))
                .number(IndexSheets.score(root), Sheet.PERCENT)
                .marked(rank.isPresent() ? IndexSheets.direction(root, whole) : 0);
        IndexSheets.error(sheet, root.estimate());
        if (rank.isPresent()) {
            sheet.count(rank.get().bestRank()).count(rank.get().worstRank());
        } else {
            sheet.text("").text("");
        }
        if (root.base().isPresent()) {
            sheet.count(root.base().get().largest());
        } else {
            sheet.text("");
        }
        StarRating rating = stars.get(unit.group());
        if (rating != null && rating.stars().isPresent()) {
            sheet.count(rating.stars().getAsInt());
        } else {
            sheet.text("");
        }
        sheet.text(note(root, reason, Language.VI)).text(note(root, reason, Language.EN));
    }

    private static String note(NodeResult root, Optional<LocalizedText> reason, Language language) {
        String own = IndexSheets.note(root, language);
        return reason.map(why -> own.isEmpty() ? why.in(language) : why.in(language) + "\n" + own)
                .orElse(own);
    }
}
