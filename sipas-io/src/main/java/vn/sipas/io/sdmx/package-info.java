/**
 * Estimates for statistical exchange: SDMX-CSV 2.0 and a small structure file that says what its columns and codes mean.
 *
 * <p>The structure is an SDMX-ML 2.1 message with a dataflow, a data structure definition, its concepts and codelists. Version
 * 2.1 is what registries, the .Stat Suite and the packages of R and Python all read, those for SDMX 3.0 included; the
 * structure has one measure and attributes of single values, so that it needs nothing of version 3.0.
 *
 * <p>Fields are always separated by commas and numbers written with a decimal point, whatever the locale: files with
 * semicolons and decimal commas are what receiving systems refuse.
 */
@NullMarked
package vn.sipas.io.sdmx;

import org.jspecify.annotations.NullMarked;
