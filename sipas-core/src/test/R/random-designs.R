# Random designs, analysed by R's survey package: the reference for vn.sipas.core.estimate.
#
#   Rscript random-designs.R OUTPUT-DIRECTORY
#
# writes random-designs-rows.csv (the samples) and random-designs-estimates.csv (what R makes of them). Each design
# has a sampling scheme, weights over three orders of magnitude, strata of very different sizes (also with a single unit),
# missing answers, and nearly or wholly unanimous groups.
#
# svyciprop of survey 4.1 has no method "wilson"; its bounds are computed here by the definition of survey 4.5 from the
# mean, its standard error and degf: n_eff = p(1-p)/var and the quantile of Student's t. The logit interval is computed
# with a tighter convergence limit of glm than svyciprop passes on.
suppressMessages(library(survey))
options(digits = 17, warn = 1)
out <- commandArgs(TRUE)[1]
set.seed(20241002)
designs <- 240
full <- function(x) formatC(x, digits = 15, format = "g", width = -1)

rows <- list(); results <- list()

interval <- function(d, method, level) {
  p <- as.numeric(coef(m <- svymean(~fav, d))); v <- as.numeric(vcov(m)); df <- degf(d)
  t <- qt(1 - (1 - level) / 2, df)
  if (method == "wilson") {
    n <- p * (1 - p) / v
    middle <- (p + t^2 / (2 * n)) / (1 + t^2 / n)
    reach <- t * sqrt(p * (1 - p) / n + t^2 / (4 * n^2)) / (1 + t^2 / n)
    return(c(middle - reach, middle + reach))
  }
  if (method == "logit") {
    g <- svyglm(fav ~ 1, d, family = quasibinomial, control = glm.control(epsilon = 1e-15, maxit = 200))
    return(as.numeric(plogis(coef(g) + c(-1, 1) * t * SE(g))))
  }
  as.numeric(attr(svyciprop(~fav, d, method = method, level = level), "ci"))
}

for (k in seq_len(designs)) {
  selection <- c("RESPONDENTS", "CLUSTERS", "TWO_STAGE")[1 + k %% 3]
  weighted <- selection != "RESPONDENTS" || k %% 2 == 0
  with.fpc <- selection == "TWO_STAGE" || k %% 4 < 2
  policy <- c("remove", "certainty", "adjust", "average")[1 + k %/% 3 %% 4]
  # R's two-stage recursion takes seconds for a hundred units, so those designs stay small
  small <- selection == "TWO_STAGE"
  strata <- sample(if (small) c(1, 2, 3) else c(1, 1, 2, 3, 5, 8, 12, 20), 1)
  p <- sample(c(0.3, 0.6, 0.9, 0.95, 0.99), 1)
  sample <- do.call(rbind, lapply(seq_len(strata), function(h) {
    units <- if (selection == "RESPONDENTS") 1 else sample(if (small) c(1, 2, 3, 4) else c(1, 2, 2, 3, 5, 8, 15, 30), 1)
    if (strata == 1 && units < 2 && selection != "RESPONDENTS") units <- 4
    one <- do.call(rbind, lapply(seq_len(units), function(i) {
      n <- if (selection == "RESPONDENTS") sample(c(1, 2, 3, 6, 12, 25, 40), 1) else sample(c(1, 2, 3, 5, 9), 1)
      if (selection == "RESPONDENTS" && strata == 1) n <- n + 12
      q <- min(1, max(0, p + runif(1, -0.15, 0.1)))
      group <- sample(c("a", "b", "c", "d"), 1)
      data.frame(stratum = h, psu = i,
        group = if (runif(1) < 0.4) rep(group, n) else sample(c("a", "b", "c", "d"), n, TRUE),
        answer = sample(0:4, n, TRUE, c((1 - q) * c(.3, .3, .4), q * c(.4, .6))),
        m = n, M = n + sample(c(0, 1, 5, 40), 1))
    }))
    one$n <- if (selection == "RESPONDENTS") nrow(one) else units
    one$N <- one$n + sample(c(0, 1, 3, 10, 100), 1)
    one
  }))
  # unit populations follow the unit; the answer of some rows is missing
  sample$answer[runif(nrow(sample)) < sample(c(0, 0.02, 0.2), 1)] <- NA
  sample$weight <- if (!weighted) 1 else if (k %% 5 == 0) sample$N / sample$n * (if (selection == "TWO_STAGE") sample$M / sample$m else 1) else round(10^runif(nrow(sample), -1, 2), 3)
  sample$valid <- !is.na(sample$answer)
  sample$fav <- as.numeric(sample$answer >= 3); sample$fav[!sample$valid] <- 0
  sample$value <- ifelse(sample$valid, sample$answer + 1, 0)
  sample$id <- seq_len(nrow(sample))
  options(survey.lonely.psu = policy)
  d <- switch(selection,
    RESPONDENTS = svydesign(ids = ~id, strata = ~stratum, weights = ~weight, data = sample, fpc = if (with.fpc) ~N else NULL),
    CLUSTERS = svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = sample, nest = TRUE, fpc = if (with.fpc) ~N else NULL),
    TWO_STAGE = svydesign(ids = ~psu + id, strata = ~stratum, weights = ~weight, data = sample, nest = TRUE, fpc = ~N + M))
  level <- c(0.95, 0.9, 0.99)[1 + k %% 3]
  rows[[k]] <- data.frame(design = k, selection, policy, level, stratum = sample$stratum, psu = sample$psu,
    population = if (with.fpc) sample$N else NA, respondents = if (selection == "TWO_STAGE") sample$M else NA,
    weight = full(sample$weight), group = sample$group, answer = sample$answer)
  for (g in c("ALL", "a", "b", "c", "d")) {
    s <- if (g == "ALL") subset(d, valid) else subset(d, valid & group == g)
    if (nrow(s) == 0) next
    df <- degf(s)
    if (df < 1) next
    t <- qt(1 - (1 - level) / 2, df)
    add <- function(statistic, method, m, ci, deff, deff.replace) {
      se <- as.numeric(SE(m)); est <- as.numeric(coef(m))
      if (!all(is.finite(c(se, est, ci)))) return()
      results[[length(results) + 1]] <<- data.frame(design = k, group = g, statistic, method, estimate = full(est),
        standard_error = full(se), df, lower = full(ci[1]), upper = full(ci[2]), n = nrow(s),
        deff = full(as.numeric(deff)), deff_replace = full(as.numeric(deff.replace)))
    }
    simple <- function(formula, fun) list(fun(formula, s), suppressWarnings(deff(fun(formula, s, deff = TRUE))), deff(fun(formula, s, deff = "replace")))
    tint <- function(m) as.numeric(coef(m)) + c(-1, 1) * t * as.numeric(SE(m))
    ok <- try(silent = TRUE, {
      x <- simple(~value, svymean)
      if (length(unique(s$variables$value)) > 1) add("mean", "t", x[[1]], tint(x[[1]]), x[[2]], x[[3]])
      x <- simple(~fav, svymean)
      p.hat <- as.numeric(coef(x[[1]]))
      if (p.hat > 0 && p.hat < 1) {
        se <- as.numeric(SE(x[[1]]))
        methods <- if (small) c("wilson", sample(c("beta", "asin", "xlogit"), 1)) else c("wilson", "beta", "logit", "xlogit", "asin", "mean")
        if (se > 1e-9) for (method in methods)
          add("favourable_share", method, x[[1]], interval(s, method, level), x[[2]], x[[3]])
      } else add("favourable_share", "unanimous", x[[1]], c(p.hat, p.hat), NA, NA)
      x <- list(svytotal(~fav, s), NA, NA)
      add("favourable_total", "t", x[[1]], tint(x[[1]]), NA, NA)
      r <- svyratio(~fav, ~value, s)
      add("ratio", "t", r, as.numeric(coef(r)) + c(-1, 1) * t * as.numeric(SE(r)), NA, NA)
    })
  }
  # the difference of two groups, with its covariance: the linearised variable of one minus the other
  both <- subset(d, valid & group %in% c("a", "b"))
  if (all(c("a", "b") %in% both$variables$group) && degf(both) >= 1) {
    w <- weights(both, "sampling"); v <- both$variables
    in.a <- v$group == "a"
    ma <- sum(w * v$value * in.a) / sum(w * in.a); mb <- sum(w * v$value * !in.a) / sum(w * !in.a)
    both <- update(both, z = ifelse(in.a, (value - ma) / sum(w * in.a), -(value - mb) / sum(w * !in.a)))
    z <- svytotal(~z, both); se <- as.numeric(SE(z))
    if (is.finite(se) && se > 1e-9) {
      t <- qt(1 - (1 - level) / 2, degf(both))
      results[[length(results) + 1]] <- data.frame(design = k, group = "a - b", statistic = "mean", method = "difference",
        estimate = full(ma - mb), standard_error = full(se), df = degf(both), lower = full(ma - mb - t * se),
        upper = full(ma - mb + t * se), n = nrow(both), deff = "NA", deff_replace = "NA")
    }
  }
}
write <- function(data, name) {
  file <- file(file.path(out, name), "w", encoding = "UTF-8")
  writeLines(sprintf("# made by random-designs.R, %s, survey %s, %s", R.version.string, packageVersion("survey"), Sys.Date()), file)
  write.csv(data, file, row.names = FALSE, quote = FALSE, na = "", eol = "\n")
  close(file)
}
write(do.call(rbind, rows), "random-designs-rows.csv")
write(do.call(rbind, results), "random-designs-estimates.csv")
