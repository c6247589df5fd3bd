# Indices over several questions, analysed by R's survey package: the reference for vn.sipas.core.index.IndexTreesTest.
#
#   Rscript index-trees.R OUTPUT-DIRECTORY
#
# writes index-trees-rows.csv (the samples) and index-trees-estimates.csv (what R makes of them). The tree has four questions
# of five levels: q1 and q4 by favourable share, q2 and q3 by rescaled mean, q3 reversed; its items are joined by weights 4 : 3 :
# 2 : 1 in an arithmetic, geometric or harmonic mean, or their answers pooled. The linearised error is that of svytotal of the
# linearised variable, the jackknife error that of withReplicates on as.svrepdesign, the difference of the groups that of the
# difference of their linearised variables.
suppressMessages(library(survey))
options(digits = 17, warn = 1)
out <- commandArgs(TRUE)[1]
set.seed(766)
full <- function(x) ifelse(is.finite(x), formatC(as.numeric(x), digits = 17, format = "g", width = -1), "")
rows <- list(); results <- list()
share <- c(0.4, 0.3, 0.2, 0.1)
points <- function(data) with(data, cbind(100 * (q1 >= 3), 25 * q2, 100 - 25 * q3, 100 * (q4 >= 3)))
index <- function(w, data, kind, inside) {
  x <- points(data); ok <- !is.na(x) & inside
  x[!ok] <- 0
  W <- colSums(w * ok); m <- colSums(w * x) / W
  switch(kind, arithmetic = sum(share * m), geometric = exp(sum(share * log(m))), harmonic = 1 / sum(share / m), pooled = sum(W * m) / sum(W))
}
influence <- function(w, data, kind, inside) {
  x <- points(data); ok <- !is.na(x) & inside; x[!ok] <- 0
  W <- colSums(w * ok); m <- colSums(w * x) / W; M <- index(w, data, kind, inside)
  if (kind == "pooled") return(rowSums((x - M) * ok) / sum(W))
  g <- switch(kind, arithmetic = share, geometric = share * M / m, harmonic = share * (M / m)^2)
  as.vector((ok * sweep(x, 2, m)) %*% (g / W))
}
for (design in c("simple", "stratified", "clusters", "one-stratum-of-clusters")) {
  clustered <- grepl("clusters", design)
  H <- if (design %in% c("simple", "one-stratum-of-clusters")) 1 else 3
  s <- do.call(rbind, lapply(seq_len(H), function(h) do.call(rbind, lapply(seq_len(if (clustered) 9 else 1), function(i) {
    n <- if (clustered) 6 else 45
    mood <- pmin(1, pmax(0, rnorm(n, 0.7 + rnorm(1, 0, 0.08), 0.2)))
    a <- sapply(1:4, function(q) rbinom(n, 4, mood)); a[, 3] <- 4 - a[, 3]
    data.frame(stratum = h, psu = i, group = sample(c("a", "b"), n, TRUE), q1 = a[, 1], q2 = a[, 2], q3 = a[, 3], q4 = a[, 4])
  }))))
  s$weight <- if (design == "simple") 1 else round(runif(nrow(s), 0.4, 5), 3)
  for (q in c("q1", "q2", "q3", "q4")) s[[q]][runif(nrow(s)) < 0.08] <- NA
  s$id <- seq_len(nrow(s)); s$N <- c(90, 300, 60)[s$stratum]
  ids <- if (clustered) ~psu else ~id
  d <- if (H == 1) svydesign(ids = ids, weights = ~weight, data = s)
    else svydesign(ids = ids, strata = ~stratum, weights = ~weight, data = s, nest = TRUE, fpc = ~N)
  rows[[design]] <- data.frame(design, selection = if (clustered) "CLUSTERS" else "RESPONDENTS", stratum = s$stratum, psu = s$psu,
    population = if (H == 1) NA else s$N, weight = full(s$weight), group = s$group, q1 = s$q1, q2 = s$q2, q3 = s$q3, q4 = s$q4)
  replicates <- as.svrepdesign(d, type = if (H == 1) "JK1" else "JKn", mse = TRUE)
  for (kind in c("arithmetic", "geometric", "harmonic", "pooled")) {
    parts <- list()
    for (g in c("ALL", "a", "b")) {
      inside <- if (g == "ALL") rep(TRUE, nrow(s)) else s$group == g
      s$z <- influence(s$weight, s, kind, inside); parts[[g]] <- s$z
      m <- svytotal(~z, update(d, z = s$z))
      jk <- withReplicates(replicates, function(w, data) index(w, data, kind, inside))
      results[[length(results) + 1]] <- data.frame(design, kind, group = g, estimate = full(index(s$weight, s, kind, inside)),
        linear = full(as.numeric(SE(m))), jackknife = full(as.numeric(SE(jk))))
    }
    m <- svytotal(~z, update(d, z = parts$a - parts$b))
    results[[length(results) + 1]] <- data.frame(design, kind, group = "a - b",
      estimate = full(index(s$weight, s, kind, s$group == "a") - index(s$weight, s, kind, s$group == "b")), linear = full(as.numeric(SE(m))), jackknife = "")
  }
}
write <- function(data, name) {
  file <- file(file.path(out, name), "w", encoding = "UTF-8")
  writeLines(sprintf("# made by index-trees.R, %s, survey %s, %s", R.version.string, packageVersion("survey"), Sys.Date()), file)
  write.csv(data, file, row.names = FALSE, quote = FALSE, na = "", eol = "\n")
  close(file)
}
write(do.call(rbind, rows), "index-trees-rows.csv")
write(do.call(rbind, results), "index-trees-estimates.csv")
