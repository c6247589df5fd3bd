package vn.sipas.io.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.sipas.io.units.UnitFiles.bytes;
import static vn.sipas.io.units.UnitFiles.places;
import static vn.sipas.io.units.UnitFiles.units;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.unit.Succession;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitKey;
import vn.sipas.core.unit.UnitLevel;
import vn.sipas.core.unit.UnitLineage;
import vn.sipas.core.unit.UnitRegistry;

class UnitsCsvTest {

    private static final String HEADER = "code,name_vi,name_en,level,parent_code,valid_from,valid_until\n";

    @Test
    void readsTheDocumentedColumns() throws IOException {
        UnitList list = units("\uFEFF" + HEADER
                + "24,Tỉnh Bắc Giang,Bac Giang Province,PROVINCE,,,2025-07-01\n"
                + "213,\"Thành phố \"\"Bắc Giang\"\"\",,district,24,2005-06-07,2025-07-01\n");
        assertEquals(List.of(), list.problems());
        assertEquals(
                List.of(
                        Unit.top(
                                UnitKey.of("24", UnitFiles.BEFORE),
                                LocalizedText.of("Tỉnh Bắc Giang", "Bac Giang Province"),
                                UnitLevel.PROVINCE),
                        Unit.below(
                                UnitKey.of("213", ValidityPeriod.between(LocalDate.of(2005, 6, 7), UnitFiles.REFORM)),
                                LocalizedText.same("Thành phố \"Bắc Giang\""),
                                UnitLevel.DISTRICT,
                                UnitCode.of("24"))),
                list.units());
    }

    @Test
    void columnsMayComeInAnyOrderAndPeriodsMayBeAbsent() throws IOException {
        UnitList list = units("note,parent_code,level,name_vi,code\nx,,OFFICE,Quầy 1,q-1\n");
        assertEquals(List.of(), list.problems());
        assertEquals(ValidityPeriod.always(), list.units().get(0).validity());
        assertEquals(Optional.empty(), list.units().get(0).parent());
    }

    @Test
    void eachBadFieldIsNamedAndGoodRowsGoOn() throws IOException {
        UnitList list = units(HEADER
                + "mã,Tên,,COMMUNE,24,,\n"
                + "1,,,COMMUNE,24,,\n"
                + "2,Tên,,XA,24,,\n"
                + "3,Tên,,COMMUNE,#,,\n"
                + "4,Tên,,COMMUNE,24,01/07/2025,\n"
                + "5,Tên,,COMMUNE,24,2025-07-01,2025-07-01\n"
                + "6,Tên,,COMMUNE,24\n"
                + "7,Tên,,COMMUNE,24,2025-02-29,\n"
                + "8,Tên,,COMMUNE,24,,\n");
        assertEquals(
                List.of("8"),
                list.units().stream().map(unit -> unit.code().value()).toList());
        assertEquals(
                List.of(
                        "units.csv:2:1 units.code.form",
                        "units.csv:3:2 units.name.missing",
                        "units.csv:4:4 units.level.unknown",
                        "units.csv:5:5 units.code.form",
                        "units.csv:6:6 units.date.form",
                        "units.csv:7:7 units.period.order",
                        "units.csv:8:5 csv.row.field-count",
                        "units.csv:9:6 units.date.form"),
                places(list.problems()));
    }

    @Test
    void contradictionsCarryTheLineOfTheLaterRow() throws IOException {
        Checked<UnitRegistry> checked = units(HEADER
                        + "24,Bắc Giang,,PROVINCE,,,2025-07-01\n"
                        + "24,Bắc Giang,,PROVINCE,,,2025-07-01\n"
                        + "24,Bắc Ninh,,PROVINCE,,2025-06-30,\n"
                        + "07210,Bắc Giang,,COMMUNE,77,,2025-07-01\n"
                        + "a,A,,OFFICE,b,,\n"
                        + "b,B,,OFFICE,a,,\n")
                .registry();
        assertEquals(1, checked.orThrow().size());
        assertEquals(
                List.of(
                        "units.csv:3 unit.duplicate",
                        "units.csv:4 unit.overlap",
                        "units.csv:5 unit.parent.unknown",
                        "units.csv:6 unit.parent.cycle",
                        "units.csv:7 unit.parent.unknown"),
                places(checked.problems()));
    }

    @Test
    void wrongEncodingsAndTruncatedFilesAreReported() throws IOException {
        UnitList latin = UnitsCsv.read(
                new ByteArrayInputStream("code,name_vi,level,parent_code\n1,Hu\u00E9,PROVINCE,\n2,Hue,PROVINCE,\n"
                        .getBytes(StandardCharsets.ISO_8859_1)),
                "units.csv");
        assertEquals(List.of("units.csv:2:2 csv.field.malformed-utf8"), places(latin.problems()));
        assertEquals(1, latin.units().size());
        UnitList truncated = units(HEADER + "24,Tỉnh Bắc Giang,,PROVINCE,,,\n75,\"Đồng N");
        assertEquals(List.of("units.csv:3:2 csv.quote.unclosed"), places(truncated.problems()));
        assertEquals(1, truncated.units().size());
        assertEquals(List.of("units.csv:1 csv.file.empty"), places(units("").problems()));
        assertEquals(
                List.of("units.csv:1 level csv.header.missing-column"),
                places(units("code,name_vi,parent_code\n1,x,\n").problems()));
    }

    @Test
    void aFileOfUnitsIsBounded() throws IOException {
        StringBuilder text = new StringBuilder("code,name_vi,level,parent_code\n");
        for (int i = 0; i <= UnitTable.MAX_ROWS; i++) {
            text.append('u').append(i).append(",x,OFFICE,\n");
        }
        UnitList list = units(text.toString());
        assertEquals(UnitTable.MAX_ROWS, list.units().size());
        assertEquals(
                List.of("units.csv:" + (UnitTable.MAX_ROWS + 2) + " units.too-many-rows"), places(list.problems()));
        UnitList bad = units("code,name_vi,level,parent_code\n" + "?,x,OFFICE,\n".repeat(20_005));
        assertEquals(20_001, bad.problems().size());
        assertEquals("5", bad.problems().get(20_000).attributes().get("count"));
    }

    @Test
    void lineageIsLookedUpInTheRegistry() throws IOException {
        UnitRegistry registry = units(HEADER
                        + "24,Bắc Giang,,PROVINCE,,,2025-07-01\n"
                        + "27,Bắc Ninh,,PROVINCE,,,2025-07-01\n"
                        + "24,Bắc Ninh,,PROVINCE,,2025-07-01,\n"
                        + "x,Quầy,,OFFICE,,,\n")
                .registry()
                .orThrow();
        Checked<UnitLineage> checked = LineageCsv.read(bytes("""
                        old_code,old_until,new_code,new_from,share
                        24,2025-07-01,24,2025-07-01,
                        27,2025-07-01,24,2025-07-01,1/3
                        26,2025-07-01,24,2025-07-01,
                        27,2025-07-01,25,2025-07-01,
                        27,,24,2025-07-01,
                        27,2025-07-01,24,2025-07-01,1.5
                        x,2025-07-01,x,2025-07-01,
                        24,2025-07-01,24,2025-07-01,
                        """), "lineage.csv", registry);
        assertEquals(
                List.of(
                        Succession.of(UnitKey.of("24", UnitFiles.BEFORE), UnitKey.of("24", UnitFiles.SINCE)),
                        Succession.of(
                                UnitKey.of("27", UnitFiles.BEFORE),
                                UnitKey.of("24", UnitFiles.SINCE),
                                Fraction.of(1, 3))),
                checked.orThrow().steps());
        assertEquals(
                List.of(
                        "lineage.csv:4:1 units.reform.old-unknown",
                        "lineage.csv:5:3 units.reform.new-unknown",
                        "lineage.csv:6:2 units.date.form",
                        "lineage.csv:7:5 units.share.form",
                        "lineage.csv:8 units.reform.same-unit",
                        "lineage.csv:9 unit.lineage.duplicate"),
                places(checked.problems()));
    }

    @Test
    void problemsSpeakBothLanguagesUnderTheirOwnCodes() {
        for (UnitFileProblem kind : UnitFileProblem.values()) {
            assertTrue(!kind.text().vi().equals(kind.text().en()), kind.code());
        }
        assertEquals(
                UnitFileProblem.values().length,
                Stream.of(UnitFileProblem.values())
                        .map(UnitFileProblem::code)
                        .distinct()
                        .count());
    }
}
