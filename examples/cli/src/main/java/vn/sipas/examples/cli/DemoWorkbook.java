package vn.sipas.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.rating.StarRating;
import vn.sipas.core.unit.Unit;
import vn.sipas.io.file.WholeFile;
import vn.sipas.io.workbook.ResultWorkbook;

/** The workbook of the demonstration. */
final class DemoWorkbook {

    private DemoWorkbook() {}

    static void write(OctoberWave wave, DemoIndex index, List<StarRating> ratings, Path target) throws IOException {
        Map<String, String> names = new HashMap<>();
        Map<String, String> areas = new HashMap<>();
        names.put(wave.province().code().value(), wave.province().name().vi());
        for (Unit district : wave.districts()) {
            for (Unit commune : wave.communesOf(district)) {
                names.put(commune.code().value(), commune.name().vi());
                areas.put(commune.code().value(), district.name().vi());
            }
        }
        ResultWorkbook workbook = ResultWorkbook.builder(LocalizedText.of(
                        "Đo lường sự hài lòng, Bắc Giang, 10/2024", "Satisfaction survey, Bắc Giang, October 2024"))
                .note(LocalizedText.of(
                        "DỮ LIỆU MÔ PHỎNG: câu trả lời không phải của người dân",
                        "SIMULATED DATA: no citizen gave these answers"))
                .whole(index.result(wave.province()))
                .units(wave.communes().stream().map(index::result).toList())
                .ranking(index.ranking())
                .ratings(ratings)
                .names(names)
                .areas(areas)
                .build();
        try (WholeFile file = WholeFile.at(target)) {
            workbook.write(file.output());
            file.commit();
        }
    }
}
