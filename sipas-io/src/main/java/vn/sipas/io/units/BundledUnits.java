package vn.sipas.io.units;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.sipas.core.Checked;
import vn.sipas.core.ProblemException;
import vn.sipas.core.unit.UnitLineage;
import vn.sipas.core.unit.UnitRegistry;

/**
 * Units that come with the library, read anew at each call; nothing is registered anywhere.
 *
 * <p>Sources: the data sets {@code thanglequoc/vietnamese-provinces-database} and
 * {@code tranngocminhhieu/vietnamadminunits} (both MIT), after Decision 19/2025/QĐ-TTg; what was taken from where stands
 * in {@code README.md} beside the files. For every other unit read a file.
 */
public final class BundledUnits {

    private BundledUnits() {}

    /**
     * Returns the provinces (tỉnh, thành phố trực thuộc trung ương): the 63 until 30 June 2025 and the 34 from 1 July 2025
     * on, with Đồng Nai as a province until 29 April 2026 and as a city since.
     *
     * <p>Code 24 is Bắc Giang before and Bắc Ninh after. Until then the names are those of November 2024, so Thừa Thiên Huế
     * is still a province, and no first day is given.
     *
     * @return the registry of 98 keys
     */
    public static UnitRegistry provinces() {
        return units("provinces.csv");
    }

    /**
     * Returns which of the 63 provinces went over to which of the 34, and Đồng Nai to the city of that name. No province
     * was split.
     *
     * @return the lineage of {@link #provinces()}
     */
    public static UnitLineage provinceLineage() {
        UnitRegistry registry = provinces();
        try (InputStream input = open("province-lineage.csv")) {
            return sound(LineageCsv.read(input, "province-lineage.csv", registry));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Returns Bắc Giang at the time of the survey wave of October 2024: the province, its 10 districts and 209 communal
     * units.
     *
     * <p>The list is that of November 2024. Its validity is given as the calendar year 2024, which is an assumption of this
     * library: it names the year of the wave and says nothing about when a unit was founded.
     *
     * @return the registry of 220 units
     */
    public static UnitRegistry bacGiang2024() {
        return units("bac-giang-2024.csv");
    }

    private static UnitRegistry units(String file) {
        try (InputStream input = open(file)) {
            return sound(UnitsCsv.read(input, file).registry());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String file) throws IOException {
        InputStream input = BundledUnits.class.getResourceAsStream(file);
        if (input == null) {
            throw new IOException("the library lacks its file " + file);
        }
        return input;
    }

    private static <T> T sound(Checked<T> checked) {
        if (!checked.problems().isEmpty()) {
            throw new ProblemException(checked.problems());
        }
        return checked.orThrow();
    }
}
