package vn.sipas.io.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.sipas.io.units.UnitFiles.REFORM;
import static vn.sipas.io.units.UnitFiles.SINCE;
import static vn.sipas.io.units.UnitFiles.bytes;
import static vn.sipas.io.units.UnitFiles.places;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Checked;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitKey;
import vn.sipas.core.unit.UnitLevel;
import vn.sipas.core.unit.UnitLineage;
import vn.sipas.core.unit.UnitRegistry;

/** The headings and field names are those of the data sets; the rows are written for the tests. */
class OpenDataSetsTest {

    /** As in json/full_json_generated_data_vn_units.json of thanglequoc/vietnamese-provinces-database, commit 02a27df. */
    private static final String FULL_JSON = """
            [
             {
              "Type": "province", "Code": "24", "Name": "Bắc Ninh", "NameEn": "Bac Ninh",
              "FullName": "Tỉnh Bắc Ninh", "FullNameEn": "Bac Ninh Province", "CodeName": "bac_ninh",
              "PostalCodePrefix": "16, 26", "AdministrativeUnitId": 2, "AdministrativeUnitShortName": "Tỉnh",
              "Wards": [
               {
                "Type": "ward", "Code": "07210", "Name": "Bắc Giang", "FullName": "Phường Bắc Giang",
                "FullNameEn": "Bac Giang Ward", "ProvinceCode": "24", "AdministrativeUnitId": 3
               },
               {
                "Type": "ward", "Code": "07228", "FullName": "", "ProvinceCode": "24"
               },
               {
                "Type": "ward", "Code": "?", "FullName": "Phường Đa Mai", "ProvinceCode": "24"
               }
              ]
             },
             {"Code": "75", "FullName": "Thành phố Đồng Nai", "Wards": [
              {"Code": "26041", "FullName": "Phường Biên Hoà"}]}
            ]
            """;

    private static final String MAPPING_HEADER =
            "provinceCode,isMergedProvince,districtCode,districtType,wardCode,wardType,isMergedWard,isDividedWard,"
                    + "province,district,ward,newProvince,newWard,newWardShort,newProvinceCode,newProvinceLat,"
                    + "newProvinceLon,newWardCode,newWardType,newWardLat,newWardLon,newWardAreaKm2\n";

    @Test
    void readsTheJsonOfTheProvincesDatabase() throws IOException {
        UnitList list = VietnameseProvincesDatabase.readJson(bytes(FULL_JSON), "units.json", SINCE);
        assertEquals(
                List.of(
                        "24 Bac Ninh Province",
                        "07210 Bac Giang Ward",
                        "75 Thành phố Đồng Nai",
                        "26041 Phường Biên Hoà"),
                list.units().stream()
                        .map(unit -> unit.code() + " " + unit.name().en())
                        .toList());
        assertEquals(
                List.of(
                        "units.json:11:4 [0].Wards[1].FullName units.name.missing",
                        "units.json:14:4 [0].Wards[2].Code units.code.form"),
                places(list.problems()));
        assertEquals("75", list.units().get(3).parent().orElseThrow().value());
        assertEquals(List.of(), list.registry().orThrow().children(UnitCode.of("26041"), REFORM));
    }

    @Test
    void readsFieldNamesAsTheDocumentationWritesThem() throws IOException {
        UnitList list = VietnameseProvincesDatabase.readJson(
                bytes("[{\"code\":\"01\",\"fullName\":\"Thành phố Hà Nội\",\"wards\":"
                        + "[{\"code\":\"00004\",\"fullName\":\"Phường Ba Đình\",\"provinceCode\":\"01\"}]}]"),
                "units.json",
                SINCE);
        assertEquals(2, list.units().size());
        assertEquals(List.of(), list.problems());
    }

    @Test
    void keepsWhatABrokenJsonFileHasBeforeTheBreak() throws IOException {
        String text = FULL_JSON.substring(0, FULL_JSON.indexOf("07228"));
        UnitList list = VietnameseProvincesDatabase.readJson(bytes(text), "units.json", SINCE);
        assertEquals(
                List.of("24", "07210"),
                list.units().stream().map(unit -> unit.code().value()).toList());
        assertEquals(1, list.problems().size());
        assertEquals("units.json.syntax", list.problems().get(0).code());
        assertEquals(OptionalLong.of(12), list.problems().get(0).place().line());
    }

    @Test
    void refusesJsonOfAnotherShapeOrEncodingOrDepth() throws IOException {
        assertEquals(List.of("units.json.shape"), codes("{\"a\":1}"));
        assertEquals(List.of("units.json.shape"), codes("[1]"));
        assertEquals(List.of("units.json.shape"), codes(""));
        assertEquals(List.of("units.json.shape"), codes("[{\"Code\":\"1\",\"FullName\":\"x\",\"Wards\":[1]}]"));
        assertEquals(List.of("units.json.syntax"), codes("[" + "{\"a\":[".repeat(1_000)));
        assertEquals(List.of("units.json.syntax"), codes("[{\"Code\":\"" + "1".repeat(10_000_000) + "\"}]"));
        UnitList latin = VietnameseProvincesDatabase.readJson(
                new ByteArrayInputStream(
                        "[{\"Code\":\"1\",\"FullName\":\"Hu\u00E9\"}]".getBytes(StandardCharsets.ISO_8859_1)),
                "units.json",
                SINCE);
        assertEquals("units.json.syntax", latin.problems().get(0).code());
    }

    @Test
    void readsTheListOfTheStatisticsOffice() throws IOException {
        UnitList list = VietnamAdminUnits.readStatisticsOfficeList(bytes("""
                        Mã,Tên,Tên Tiếng Anh,Cấp,Mã QH,Quận Huyện,Mã TP,Tỉnh / Thành Phố
                        07210,Phường Hoàng Văn Thụ,,Phường,213,Thành phố Bắc Giang,24,Tỉnh Bắc Giang
                        07213,Phường Trần Phú,Tran Phu Ward,Phường,213,Thành phố Bắc Giang,24,Tỉnh Bắc Giang
                        ,,,,318,Huyện Bạch Long Vĩ,31,Thành phố Hải Phòng
                        07216,,,Phường,213,Thành phố Bắc Giang,24,Tỉnh Bắc Giang
                        """), "gso.csv", UnitFiles.BEFORE);
        assertEquals(List.of("gso.csv:5:2 units.name.missing"), places(list.problems()));
        UnitRegistry registry = list.registry().orThrow();
        assertEquals(6, registry.size());
        assertEquals(
                2,
                registry.descendants(UnitCode.of("24"), UnitLevel.COMMUNE, UnitFiles.WAVE)
                        .size());
    }

    @Test
    void readsCodesThatLostTheirZeros() throws IOException {
        UnitList list = VietnamAdminUnits.readCurrent(
                bytes("province,ward,provinceShort,wardShort,wardType,provinceCode,provinceLat,provinceLon,wardCode,"
                        + "wardLat,wardLon,wardAreaKm2\n"
                        + "Thành phố Hà Nội,Phường Ba Đình,Hà Nội,Ba Đình,Phường,1,21.0,105.6,4,21.0,105.8,2.97\n"
                        + "Thành phố Hà Nội,Phường Hồng Hà,Hà Nội,Hồng Hà,Phường,1,21.0,105.6,97.0,21.0,105.8,15.09\n"
                        + "Thành phố Hà Nội,Phường X,Hà Nội,X,Phường,1,21.0,105.6,nan,21.0,105.8,15.09\n"),
                "current.csv",
                SINCE);
        assertEquals(
                List.of("01", "00004", "00097"),
                list.units().stream().map(unit -> unit.code().value()).toList());
        assertEquals(List.of("current.csv:4:9 units.code.form"), places(list.problems()));
    }

    @Test
    void readsTheMappingAndRefusesItsInterimFiles() throws IOException {
        String rows = "1,False,1,Quận,4.0,Phường,True,False,Thành phố Hà Nội,Quận Ba Đình,Phường Trúc Bạch,"
                + "Thành phố Hà Nội,Phường Ba Đình,Ba Đình,01,21.0,105.6,00004,Phường,21.0,105.8,2.97\n"
                + "1,False,1,Quận,7.0,Phường,True,True,Thành phố Hà Nội,Quận Ba Đình,Phường Cống Vị,"
                + "Thành phố Hà Nội,Phường Giảng Võ,Giảng Võ,01,21.0,105.6,00025,Phường,21.0,105.8,2.6\n"
                + "31,True,318,Huyện,,,,,Thành phố Hải Phòng,Huyện Bạch Long Vĩ,,"
                + "Thành phố Hải Phòng,Đặc khu Bạch Long Vĩ,Bạch Long Vĩ,31,20.1,107.7,11948,Đặc khu,20.1,107.7,3.0\n";
        ReformTable table = VietnamAdminUnits.readMapping(bytes(MAPPING_HEADER + rows), "map.csv");
        assertEquals(List.of(), table.problems());
        assertEquals(
                List.of("00004>00004 false 001", "00007>00025 true 001", "318>11948 false 31"),
                table.rows().stream()
                        .map(row -> row.oldCode() + ">" + row.newCode() + " " + row.divided() + " " + row.oldParent())
                        .toList());
        ReformTable interim =
                VietnamAdminUnits.readMapping(bytes(MAPPING_HEADER.replace("newWardShort,", "") + rows), "map.csv");
        assertEquals(List.of("map.csv:1 newWardShort csv.header.missing-column"), places(interim.problems()));
    }

    @Test
    void aPartOfASplitUnitNeverPassesForTheWhole() throws IOException {
        UnitRegistry registry = UnitFiles.units("""
                        code,name_vi,level,parent_code,valid_from,valid_until
                        1,Xã A,COMMUNE,,,2025-07-01
                        2,Xã B,COMMUNE,,,2025-07-01
                        3,Xã C,COMMUNE,,,2025-07-01
                        7,Xã M,COMMUNE,,2025-07-01,
                        8,Xã N,COMMUNE,,2025-07-01,
                        """).registry().orThrow();
        ReformTable table = ReformTable.read(bytes("""
                        old_code,old_full_name,old_district_code,new_code,new_full_name,new_province_code,divided
                        1,Xã A,0,7,Xã M,0,true
                        1,Xã A,0,9,Xã Lạ,0,true
                        2,Xã Khác,0,7,Xã M,0,false
                        3,Xã C,0,8,Xã N,0,true
                        4,Xã D,0,8,Phường N,0,false
                        5,Xã E,0,8,Xã N,0,maybe
                        """), "reform.csv");
        Checked<UnitLineage> checked = table.lineage(registry, REFORM);
        assertEquals(
                List.of(
                        "reform.csv:7:7 units.flag.form",
                        "reform.csv:3 units.reform.new-unknown",
                        "reform.csv:2 units.reform.incomplete",
                        "reform.csv:4 units.reform.old-name-differs",
                        "reform.csv:5 units.reform.divided-disagrees",
                        "reform.csv:6 units.reform.old-unknown",
                        "reform.csv:6 units.reform.name-accepted"),
                places(checked.problems()));
        UnitLineage lineage = checked.orThrow();
        for (Unit unit : registry.units(UnitLevel.COMMUNE, UnitFiles.WAVE)) {
            assertEquals(List.of(), lineage.successors(unit.key()), unit.code().value());
        }
        UnitKey m = UnitKey.of("7", SINCE);
        assertEquals(
                Set.of("1@2025-06-30/2025-07-01", "2@2025-06-30/2025-07-01"),
                lineage.predecessors(m).stream().map(UnitKey::toString).collect(Collectors.toSet()));
        Checked<UnitLineage> accepting = table.lineage(registry, REFORM, ReformTable.NameMismatch.ACCEPT);
        assertEquals(List.of(m), accepting.orThrow().successors(UnitKey.of("2", UnitFiles.BEFORE)));
        assertTrue(places(accepting.problems()).contains("reform.csv:4 units.reform.name-accepted"));
    }

    private static List<String> codes(String json) throws IOException {
        return VietnameseProvincesDatabase.readJson(bytes(json), "units.json", SINCE).problems().stream()
                .map(problem -> problem.code())
                .toList();
    }
}
