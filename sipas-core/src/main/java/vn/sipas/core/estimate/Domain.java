package vn.sipas.core.estimate;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The part of the population that an estimate is about: one group of the tally, several, or all. A district is the domain
 * of its communes; nothing needs to be counted twice.
 *
 * @param name the name in tables
 * @param groups the keys of its groups, at least one; empty means all rows
 */
public record Domain(String name, Optional<SortedSet<String>> groups) {

    private static final Domain ALL = new Domain("ALL", Optional.empty());

    public Domain {
        Objects.requireNonNull(name, "name");
        groups = groups.map(keys -> Collections.unmodifiableSortedSet(new TreeSet<>(keys)));
        if (groups.isPresent() && groups.get().isEmpty()) {
            throw new IllegalArgumentException("groups must not be empty");
        }
    }

    /**
     * Returns the domain of all rows.
     *
     * @return the domain {@code ALL}
     */
    public static Domain all() {
        return ALL;
    }

    /**
     * Returns the domain of one group.
     *
     * @param group the key of the group
     * @return the domain, named like the group
     */
    public static Domain of(String group) {
        return new Domain(group, Optional.of(new TreeSet<>(Collections.singleton(group))));
    }

    /**
     * Returns the domain of several groups.
     *
     * @param name the name in tables
     * @param groups the keys of the groups, at least one
     * @return the domain
     */
    public static Domain of(String name, Collection<String> groups) {
        return new Domain(name, Optional.of(new TreeSet<>(groups)));
    }
}
