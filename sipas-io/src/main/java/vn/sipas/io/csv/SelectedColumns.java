package vn.sipas.io.csv;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.sipas.core.survey.RatingScale;

/** Where the selected columns stand in a particular file. */
final class SelectedColumns {

    final int headerFields;
    final int[] items;
    final LevelCodes[] codes;
    final int group;
    final int weight;
    final int stratum;
    final int psu;
    final int population;
    final int id;

    SelectedColumns(RatingColumns columns, Map<String, Integer> indexes, int headerFields) {
        this.headerFields = headerFields;
        items = columns.items().stream()
                .mapToInt(item -> CsvHeader.indexOf(indexes, item.column()))
                .toArray();
        Map<RatingScale, LevelCodes> byScale = new HashMap<>();
        codes = columns.items().stream()
                .map(item -> byScale.computeIfAbsent(item.scale(), LevelCodes::new))
                .toArray(LevelCodes[]::new);
        group = index(columns.group(), indexes);
        weight = index(columns.weight(), indexes);
        stratum = index(columns.stratum(), indexes);
        psu = index(columns.psu(), indexes);
        population = index(columns.population(), indexes);
        id = index(columns.id(), indexes);
    }

    private static int index(Optional<String> heading, Map<String, Integer> indexes) {
        return heading.map(name -> CsvHeader.indexOf(indexes, name)).orElse(-1);
    }
}
