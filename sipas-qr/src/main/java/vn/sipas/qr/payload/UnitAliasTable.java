package vn.sipas.qr.payload;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Resolves the unit numbers of codes printed before a reform, so that old posters still count for the successor.
 * Immutable and safe for use by many threads.
 *
 * <p>Reforms are applied one after another in the order of their days, each only to codes issued before it: number
 * 07210 on a code of May 2025 and 07210 on a code of August 2025 can be two different units.
 */
public final class UnitAliasTable {

    private static final UnitAliasTable EMPTY = new UnitAliasTable(new TreeMap<>());

    private final SortedMap<LocalDate, Map<UnitNumber, SortedSet<UnitNumber>>> reforms;

    private UnitAliasTable(SortedMap<LocalDate, Map<UnitNumber, SortedSet<UnitNumber>>> reforms) {
        this.reforms = reforms;
    }

    /**
     * Returns the table without entries: every number means what it says.
     *
     * @return the empty table
     */
    public static UnitAliasTable none() {
        return EMPTY;
    }

    /**
     * Makes a table.
     *
     * @param aliases the entries in any order; several for one unit and day mean that it was split
     * @return the table
     */
    public static UnitAliasTable of(Collection<UnitAlias> aliases) {
        TreeMap<LocalDate, Map<UnitNumber, SortedSet<UnitNumber>>> reforms = new TreeMap<>();
        for (UnitAlias alias : aliases) {
            reforms.computeIfAbsent(alias.issuedBefore(), day -> new TreeMap<>())
                    .computeIfAbsent(alias.printed(), printed -> new TreeSet<>())
                    .add(alias.successor());
        }
        return new UnitAliasTable(reforms);
    }

    /**
     * Finds the unit of today.
     *
     * @param printed the number in the code
     * @param issueDay the day on which the code was issued
     * @return the unit, or the candidates of a split
     */
    public UnitResolution resolve(UnitNumber printed, LocalDate issueDay) {
        Objects.requireNonNull(printed, "printed");
        if (reforms.isEmpty() || !issueDay.isBefore(reforms.lastKey())) {
            return new UnitResolution.Unchanged(printed);
        }
        boolean changed = false;
        SortedSet<UnitNumber> current = new TreeSet<>(List.of(printed));
        for (Map<UnitNumber, SortedSet<UnitNumber>> reform :
                reforms.tailMap(issueDay.plusDays(1)).values()) {
            SortedSet<UnitNumber> next = new TreeSet<>();
            for (UnitNumber unit : current) {
                SortedSet<UnitNumber> successors = reform.get(unit);
                changed |= successors != null;
                next.addAll(successors == null ? List.of(unit) : successors);
            }
            current = next;
        }
        if (current.size() > 1) {
            return new UnitResolution.Split(printed, List.copyOf(current));
        }
        return changed ? new UnitResolution.Successor(printed, current.first()) : new UnitResolution.Unchanged(printed);
    }
}
