/**
 * Result tables as a Frictionless Data Package: the CSV files and beside them {@code datapackage.json}, which says what each
 * column is, in Vietnamese and English, where the figures come from, by which method they were computed, and how long and
 * with which hash each file was when it was written.
 *
 * <p>The descriptor meets version 1 of the specification and version 2, which reads descriptors of version 1. A package says
 * nothing about the licence of the data unless the host does: that is not for a library to choose.
 */
@NullMarked
package vn.sipas.io.datapackage;

import org.jspecify.annotations.NullMarked;
