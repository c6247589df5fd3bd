package vn.sipas.io.units;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitKey;
import vn.sipas.core.unit.UnitLevel;

/**
 * The open data set {@code tranngocminhhieu/vietnamadminunits} (MIT) in its own formats.
 *
 * <p>Some of its files went through a tool that takes codes for numbers: {@code 1} and {@code 4.0} are read as {@code 01}
 * and {@code 00004}. Columns as of the versions of July to November 2025.
 */
public final class VietnamAdminUnits {

    private static final List<String> STATISTICS_OFFICE =
            List.of("Mã", "Tên", "Mã QH", "Quận Huyện", "Mã TP", "Tỉnh / Thành Phố");

    private static final List<String> CURRENT = List.of("province", "ward", "provinceCode", "wardCode");

    // newWardShort tells the mapping with official new codes from the interim files whose newWardCode is a running
    // number.
    private static final List<String> MAPPING = List.of(
            "districtCode",
            "wardCode",
            "isDividedWard",
            "district",
            "ward",
            "provinceCode",
            "newWard",
            "newWardShort",
            "newProvinceCode",
            "newWardCode");

    private VietnamAdminUnits() {}

    /**
     * Reads the list of the statistics office with three levels, {@code data/raw/danhmuchanhchinh.gso.gov.vn_ward_*.csv}:
     * one row a communal unit, with district and province beside it. Districts without communal units have an empty code
     * and are taken as districts only.
     *
     * @param input the bytes; not closed
     * @param source the name of the file for the places of problems
     * @param validity the days for which the caller takes the list to hold
     * @return provinces, districts and communal units, each at its first row
     * @throws IOException if the bytes cannot be read
     */
    public static UnitList readStatisticsOfficeList(InputStream input, String source, ValidityPeriod validity)
            throws IOException {
        UnitProblems problems = new UnitProblems();
        UnitTable table = UnitTable.open(input, source, STATISTICS_OFFICE, problems);
        Collector units = new Collector(validity);
        while (table.next()) {
            Optional<UnitCode> province = table.numericCode("Mã TP", 2);
            Optional<UnitCode> district = table.numericCode("Mã QH", 3);
            Optional<String> provinceName = table.name("Tỉnh / Thành Phố");
            Optional<String> districtName = table.name("Quận Huyện");
            boolean islandDistrict =
                    table.text("Mã").isEmpty() && table.text("Tên").isEmpty();
            Optional<UnitCode> commune = islandDistrict ? Optional.empty() : table.numericCode("Mã", 5);
            Optional<LocalizedText> name = islandDistrict ? Optional.empty() : table.name("Tên", "Tên Tiếng Anh");
            if (table.good()) {
                units.add(
                        table,
                        province.get(),
                        LocalizedText.same(provinceName.get()),
                        UnitLevel.PROVINCE,
                        Optional.empty());
                units.add(table, district.get(), LocalizedText.same(districtName.get()), UnitLevel.DISTRICT, province);
                if (commune.isPresent()) {
                    units.add(table, commune.get(), name.orElseThrow(), UnitLevel.COMMUNE, district);
                }
            }
        }
        return new UnitList(units.entries, problems.toList());
    }

    /**
     * Reads the units since 1 July 2025, {@code data/processed/2025_34-province-3221-ward_with_location.csv}.
     *
     * @param input the bytes; not closed
     * @param source the name of the file for the places of problems
     * @param validity the days for which the caller takes the list to hold
     * @return provinces and communal units, each at its first row
     * @throws IOException if the bytes cannot be read
     */
    public static UnitList readCurrent(InputStream input, String source, ValidityPeriod validity) throws IOException {
        UnitProblems problems = new UnitProblems();
        UnitTable table = UnitTable.open(input, source, CURRENT, problems);
        Collector units = new Collector(validity);
        while (table.next()) {
            Optional<UnitCode> province = table.numericCode("provinceCode", 2);
            Optional<UnitCode> commune = table.numericCode("wardCode", 5);
            Optional<String> provinceName = table.name("province");
            Optional<String> name = table.name("ward");
            if (table.good()) {
                units.add(
                        table,
                        province.get(),
                        LocalizedText.same(provinceName.get()),
                        UnitLevel.PROVINCE,
                        Optional.empty());
                units.add(table, commune.get(), LocalizedText.same(name.get()), UnitLevel.COMMUNE, province);
            }
        }
        return new UnitList(units.entries, problems.toList());
    }

    /**
     * Reads the mapping from old to new communal units, {@code data/interim/convert_legacy_2025*.csv}. A district without
     * communal units, such as an island, is itself the old unit. The columns that name a default successor are not used.
     *
     * @param input the bytes; not closed
     * @param source the name of the file for the places of problems
     * @return the table
     * @throws IOException if the bytes cannot be read
     */
    public static ReformTable readMapping(InputStream input, String source) throws IOException {
        UnitProblems problems = new UnitProblems();
        UnitTable table = UnitTable.open(input, source, MAPPING, problems);
        List<ReformTable.Row> rows = new ArrayList<>();
        while (table.next()) {
            boolean wholeDistrict =
                    table.text("wardCode").isEmpty() && table.text("ward").isEmpty();
            Optional<UnitCode> oldCode =
                    wholeDistrict ? table.numericCode("districtCode", 3) : table.numericCode("wardCode", 5);
            Optional<String> oldName = table.name(wholeDistrict ? "district" : "ward");
            Optional<UnitCode> oldParent =
                    wholeDistrict ? table.numericCode("provinceCode", 2) : table.numericCode("districtCode", 3);
            Optional<UnitCode> newCode = table.numericCode("newWardCode", 5);
            Optional<String> newName = table.name("newWard");
            Optional<UnitCode> newParent = table.numericCode("newProvinceCode", 2);
            Optional<Boolean> divided =
                    wholeDistrict && table.text("isDividedWard").isEmpty()
                            ? Optional.of(false)
                            : table.flag("isDividedWard");
            if (table.good()) {
                rows.add(new ReformTable.Row(
                        table.place(),
                        oldCode.orElseThrow(),
                        oldName.orElseThrow(),
                        wholeDistrict ? UnitLevel.DISTRICT : UnitLevel.COMMUNE,
                        oldParent.orElseThrow(),
                        newCode.orElseThrow(),
                        newName.orElseThrow(),
                        newParent.orElseThrow(),
                        divided.orElseThrow()));
            }
        }
        return new ReformTable(rows, problems.toList());
    }

    /** Keeps the first row of each province and district, and every row of a communal unit. */
    private static final class Collector {

        private final ValidityPeriod validity;
        private final Set<UnitCode> seen = new HashSet<>();
        private final List<UnitList.Entry> entries = new ArrayList<>();

        Collector(ValidityPeriod validity) {
            this.validity = Objects.requireNonNull(validity, "validity");
        }

        void add(UnitTable table, UnitCode code, LocalizedText name, UnitLevel level, Optional<UnitCode> parent) {
            if (level == UnitLevel.COMMUNE || seen.add(code)) {
                Unit unit = new Unit(new UnitKey(code, validity), name, level, parent);
                entries.add(new UnitList.Entry(unit, table.place()));
            }
        }
    }
}
