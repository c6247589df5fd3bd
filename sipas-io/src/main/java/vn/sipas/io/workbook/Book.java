package vn.sipas.io.workbook;

import org.dhatim.fastexcel.Workbook;
import vn.sipas.io.progress.WriteSteps;

/** A workbook that is being written, and how far it is. */
record Book(Workbook workbook, WriteSteps steps) {}
