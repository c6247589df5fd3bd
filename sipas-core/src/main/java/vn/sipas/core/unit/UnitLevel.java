package vn.sipas.core.unit;

/** Where a unit stands in the hierarchy, from the top down. */
public enum UnitLevel {
    /** Province or centrally run city (tỉnh, thành phố trực thuộc trung ương). */
    PROVINCE,
    /** District, district town or provincial city (huyện, quận, thị xã, thành phố), until 30 June 2025. */
    DISTRICT,
    /** Commune, ward, township or special zone (xã, phường, thị trấn, đặc khu). */
    COMMUNE,
    /** A centre, department, post or counter of a host, at any place in the hierarchy. */
    OFFICE;

    /**
     * Tells whether a unit of this level may belong to one of another level. An office may belong to an office.
     *
     * @param parent the level of the other unit
     * @return whether it may
     */
    public boolean mayBelongTo(UnitLevel parent) {
        return parent.compareTo(this) < 0 || this == OFFICE;
    }
}
