# Weighted share and mean per unit and item with data.table; arguments: file, number of items.
suppressPackageStartupMessages(library(data.table))
setDTthreads(2)
arguments <- commandArgs(trailingOnly = TRUE)
items <- paste0("q", seq_len(as.integer(arguments[2])))
start <- proc.time()[["elapsed"]]
rows <- fread(arguments[1], select = c("unit", "weight", items), colClasses = list(character = "unit"),
              na.strings = c("", "#DK", "#NA", "#RF"), showProgress = FALSE)
numbers <- rows[, unlist(lapply(.SD, function(answers) {
  valid <- !is.na(answers)
  total <- sum(weight[valid])
  c(sum(weight[valid & answers >= 4]) / total, sum(weight[valid] * answers[valid]) / total)
})), by = unit, .SDcols = items]
seconds <- proc.time()[["elapsed"]] - start
cat("seconds=", format(seconds, digits = 6), "\nchecksum=", format(sum(numbers$V1), digits = 15), "\n", sep = "")
