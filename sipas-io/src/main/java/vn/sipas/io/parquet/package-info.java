/**
 * Results and responses as Parquet, for pandas, DuckDB, Spark and other column stores.
 *
 * <p>The files are made by DuckDB, an optional dependency: a host that wants Parquet adds {@code org.duckdb:duckdb_jdbc} to
 * its own dependencies, and on the module path runs with {@code --add-modules duckdb.jdbc}. Nothing in this package refers to a class of DuckDB before a file is written, and without it the
 * writers say what is missing.
 */
@NullMarked
package vn.sipas.io.parquet;

import org.jspecify.annotations.NullMarked;
