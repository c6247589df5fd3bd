package vn.sipas.io.sdmx;

import java.util.Locale;
import vn.sipas.core.LocalizedText;

/** The unit of a statistic. */
enum SdmxUnit {
    SHARE(LocalizedText.of("Tỷ lệ, từ 0 đến 1", "Share, 0 to 1")),
    POINTS(LocalizedText.of("Điểm, từ 0 đến 100", "Points, 0 to 100")),
    SCALE(LocalizedText.of("Mức của thang đo", "Levels of the scale")),
    PERSONS(LocalizedText.of("Số người", "Persons")),
    UNSTATED(LocalizedText.of("Không nêu", "Not stated"));

    private final LocalizedText text;

    SdmxUnit(LocalizedText text) {
        this.text = text;
    }

    static SdmxUnit of(String statistic) {
        String name = statistic.toLowerCase(Locale.ROOT);
        if (name.startsWith("index") || name.equals("rescaled_mean")) {
            return POINTS;
        }
        if (name.endsWith("value_total") || name.equals("mean")) {
            return SCALE;
        }
        if (name.startsWith("favourable_share") || name.startsWith("level_share")) {
            return SHARE;
        }
        return name.contains("_total") ? PERSONS : UNSTATED;
    }

    String code() {
        return this == UNSTATED ? "_U" : name();
    }

    LocalizedText text() {
        return text;
    }
}
