# Share and mean with Taylor standard errors per unit and item by survey::svyby; arguments: file, number of items, output.
# Both statistics of an item go into one call, which is faster than two. "seconds" leaves out reading and svydesign.
suppressPackageStartupMessages(library(survey))
arguments <- commandArgs(trailingOnly = TRUE)
items <- paste0("q", seq_len(as.integer(arguments[2])))
rows <- read.csv(arguments[1], na.strings = c("", "#DK", "#NA", "#RF"),
                 colClasses = c(unit = "character", stratum = "character", psu = "character"))
for (item in items) rows[[paste0(item, ".favourable")]] <- as.numeric(rows[[item]] >= 4)
design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = rows, nest = TRUE)
start <- proc.time()[["elapsed"]]
tables <- lapply(items, function(item) {
  svyby(as.formula(paste0("~", item, ".favourable + ", item)), ~unit, design, svymean, na.rm = TRUE)
})
cat("seconds=", proc.time()[["elapsed"]] - start, "\n", sep = "")
columns <- lapply(seq_along(items), function(i) {
  table <- tables[[i]]
  errors <- SE(table)
  cbind(table[[2]], errors[[1]], table[[3]], errors[[2]])
})
numbers <- do.call(cbind, columns)
lines <- apply(numbers, 1, function(row) paste(formatC(row, digits = 17, format = "g"), collapse = ","))
writeLines(paste(tables[[1]]$unit, lines, sep = ","), arguments[3])
