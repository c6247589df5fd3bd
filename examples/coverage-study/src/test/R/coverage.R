# Exact coverage of binomial intervals, computed by R alone: the reference for vn.sipas.examples.coverage.CoverageStudyTest.
#
#   Rscript coverage.R OUTPUT-DIRECTORY
#
# writes coverage.csv: for the intervals of a simple random sample (variance with n - 1, Student's t with n - 1 degrees of
# freedom, as survey's svyciprop has them with the Wilson interval of survey 4.5) and for the textbook binomial ones, the
# coverage and mean width at 95 %. At a share of 0 or 1, where svyciprop has no interval, the Wilson interval on n (Clopper and
# Pearson's for BETA) is used, as the library does, except for PLAIN_WALD, which has no width there.
out <- commandArgs(TRUE)[1]
full <- function(x) formatC(x, digits = 17, format = "g", width = -1)
bounds <- function(form, method, k, n) {
  p <- k / n; inside <- k > 0 & k < n
  size <- if (form == "SURVEY") n - 1 else n
  df <- if (form == "SURVEY") n - 1 else Inf
  t <- qt(0.975, df)
  wilson <- function(m) cbind((p + t^2 / (2 * m) - t * sqrt(p * (1 - p) / m + t^2 / (4 * m^2))) / (1 + t^2 / m),
                              (p + t^2 / (2 * m) + t * sqrt(p * (1 - p) / m + t^2 / (4 * m^2))) / (1 + t^2 / m))
  se <- sqrt(p * (1 - p) / size)
  b <- switch(method,
    WILSON = wilson(size),
    BETA = cbind(qbeta(0.025, size * p, size * (1 - p) + 1), qbeta(0.975, size * p + 1, size * (1 - p))),
    XLOGIT = cbind(plogis(qlogis(p) - t * se / (p * (1 - p))), plogis(qlogis(p) + t * se / (p * (1 - p)))),
    ARCSINE = { a <- asin(sqrt(p)); r <- t / (2 * sqrt(size)); cbind(ifelse(a <= r, 0, sin(a - r)^2), ifelse(a + r >= pi / 2, 1, sin(a + r)^2)) },
    cbind(p - t * se, p + t * se))
  edge <- if (method == "PLAIN_WALD") cbind(p, p) else if (method == "BETA") cbind(ifelse(p == 1, 0.025^(1 / n), 0), ifelse(p == 0, 1 - 0.025^(1 / n), 1)) else wilson(n)
  edge[p == 1, 2] <- 1; edge[p == 0, 1] <- 0
  b[!inside, ] <- edge[!inside, ]
  b
}
rows <- list()
for (form in c("SURVEY", "BINOMIAL")) for (method in c("WILSON", "BETA", "XLOGIT", "ARCSINE", "WALD", "PLAIN_WALD"))
  for (n in c(20, 30, 40, 59, 80, 100, 150, 200)) for (p in c(0.90, 0.95, 0.97, 0.98, 0.99, 0.995, 0.999)) {
    k <- 0:n; b <- bounds(form, method, k, n); d <- dbinom(k, n, p)
    rows[[length(rows) + 1]] <- data.frame(form, method, n, p, coverage = full(sum(d[b[, 1] <= p & p <= b[, 2]])), width = full(sum(d * (b[, 2] - b[, 1]))))
  }
file <- file(file.path(out, "coverage.csv"), "w", encoding = "UTF-8")
writeLines(sprintf("# made by coverage.R, %s, %s", R.version.string, Sys.Date()), file)
write.csv(do.call(rbind, rows), file, row.names = FALSE, quote = FALSE, eol = "\n")
close(file)
