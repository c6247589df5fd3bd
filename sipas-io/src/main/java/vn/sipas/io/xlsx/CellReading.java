package vn.sipas.io.xlsx;

/** What the cells of all sheets of a workbook share. */
record CellReading(SharedStrings strings, CellStyles styles, boolean from1904) {}
