# Awkward samples, analysed by R's survey package: the reference for vn.sipas.core.estimate.EdgeDesignsTest.
#
#   Rscript edge-designs.R OUTPUT-DIRECTORY
#
# writes edge-designs-rows.csv (the samples) and edge-designs-estimates.csv (what R makes of them). What R cannot give (an
# interval at a share of 0 or 1, or without degrees of freedom) is left empty. The Wilson interval is computed by the definition
# of survey 4.5, see random-designs.R. Tests of two groups are those of svyttest; its p-value has one degree of freedom less
# than the difference, so the p-value written here is that of the same t with degf.
suppressMessages(library(survey))
options(digits = 17, warn = 1)
out <- commandArgs(TRUE)[1]
set.seed(1383)
full <- function(x) ifelse(is.finite(x), formatC(as.numeric(x), digits = 17, format = "g", width = -1), "")
rows <- list(); results <- list()

answers <- function(n, p) ifelse(runif(n) < p, sample(3:4, n, TRUE, c(.4, .6)), sample(0:2, n, TRUE))
frame <- function(strata, units, size, p = 0.85) do.call(rbind, lapply(seq_len(strata), function(h)
  do.call(rbind, lapply(seq_len(if (length(units) > 1) units[h] else units), function(i) data.frame(stratum = h, psu = i,
    group = sample(c("a", "b"), size, TRUE), answer = answers(size, p), weight = 1)))))

analyse <- function(name, selection, policy, s, N = NULL) {
  options(survey.lonely.psu = policy)
  s$id <- seq_len(nrow(s)); s$N <- if (is.null(N)) NA else N[s$stratum]
  s$valid <- !is.na(s$answer) & s$weight > 0
  s$value <- ifelse(s$valid, s$answer + 1, 0); s$fav <- as.numeric(s$valid & s$answer >= 3); s$best <- as.numeric(s$valid & s$answer == 4)
  s$rescaled <- ifelse(s$valid, s$answer * 25, 0); s$one <- as.numeric(s$valid)
  fpc <- if (is.null(N)) NULL else ~N
  d <- if (selection == "RESPONDENTS") svydesign(ids = ~id, strata = ~stratum, weights = ~weight, data = s, fpc = fpc)
    else svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = s, nest = TRUE, fpc = fpc)
  rows[[name]] <<- data.frame(case = name, selection, policy, stratum = s$stratum, psu = s$psu, population = s$N,
    weight = full(s$weight), group = s$group, answer = s$answer)
  put <- function(group, statistic, method, estimate, se, df, ci = c(NA, NA), n = NA, extra = NA, p = NA)
    results[[length(results) + 1]] <<- data.frame(case = name, group, statistic, method, estimate = full(estimate),
      standard_error = full(se), df, lower = full(ci[1]), upper = full(ci[2]), n, t = full(extra), p_value = full(p))
  for (g in c("ALL", "a", "b")) {
    e <- if (g == "ALL") subset(d, valid) else subset(d, valid & group == g)
    if (nrow(e) == 0) next
    df <- degf(e); n <- sum(e$variables$valid)
    t <- if (df > 0) qt(0.975, df) else NA
    share <- function(formula, statistic) {
      m <- try(svymean(formula, e), silent = TRUE); if (inherits(m, "try-error")) return()
      p <- as.numeric(coef(m)); se <- as.numeric(SE(m)); if (!is.finite(se)) return()
      for (method in c("wilson", "beta", "xlogit", "asin", "mean")) {
        ci <- c(NA, NA)
        if (p > 1e-12 && p < 1 - 1e-12 && df > 0 && se > 1e-9) {
          size <- p * (1 - p) / se^2
          ci <- if (method == "wilson") (p + t^2 / (2 * size) + c(-1, 1) * t * sqrt(p * (1 - p) / size + t^2 / (4 * size^2))) / (1 + t^2 / size)
            else as.numeric(attr(svyciprop(formula, e, method = method), "ci"))
        }
        put(g, statistic, method, p, se, df, ci, n)
      }
    }
    share(~fav, "favourable_share"); share(~best, "level_share[4]")
    for (x in list(list(~value, "mean", svymean), list(~rescaled, "rescaled_mean", svymean), list(~fav, "favourable_total", svytotal),
                   list(~best, "level_total[4]", svytotal), list(~value, "value_total", svytotal), list(~one, "answer_total", svytotal))) {
      m <- try(x[[3]](x[[1]], e), silent = TRUE); if (inherits(m, "try-error")) next
      se <- as.numeric(SE(m)); if (!is.finite(se)) next
      put(g, x[[2]], "t", coef(m), se, df, as.numeric(coef(m)) + c(-1, 1) * t * se, n)
    }
  }
  both <- subset(d, valid); v <- both$variables
  if (length(unique(v$group)) == 2 && degf(both) > 1 && length(unique(v$value[v$group == "a"])) > 1 && length(unique(v$value[v$group == "b"])) > 1) {
    test <- try(svyttest(value ~ I(as.numeric(group == "a")), both), silent = TRUE)
    if (!inherits(test, "try-error")) {
      d1 <- as.numeric(test$estimate); t <- as.numeric(test$statistic); df <- degf(both); se <- abs(d1 / t)
      put("a - b", "mean", "difference", d1, se, df, d1 + c(-1, 1) * qt(0.975, df) * se, nrow(both), t, 2 * pt(-abs(t), df))
    }
  }
}

# rows of weight 0 stay in the design: they count for n_h and for nothing else
s <- frame(3, 1, 20); s$weight <- round(runif(nrow(s), 0.5, 4), 3); s$weight[sample(nrow(s), 14)] <- 0
analyse("zero-weights", "RESPONDENTS", "fail", s, c(60, 45, 30))
s <- frame(2, 6, 5); s$weight <- round(runif(nrow(s), 0.5, 4), 3); s$weight[s$psu == 3 & s$stratum == 1] <- 0; s$weight[sample(nrow(s), 6)] <- 0
analyse("zero-weight-clusters", "CLUSTERS", "fail", s, c(40, 12))
# the rows of group a all lie in one unit of one stratum
s <- frame(2, 4, 6); s$group <- ifelse(s$stratum == 1 & s$psu == 2, "a", "b")
analyse("domain-in-one-unit", "CLUSTERS", "fail", s)
# a sample of one unit has no case here: svydesign refuses it ("Design has only one primary sampling unit")
# two strata with one unit each: nothing to estimate a variance from
for (policy in c("remove", "certainty", "adjust")) analyse(paste0("only-lonely-", policy), "CLUSTERS", policy, frame(2, 1, 12))
# very unequal weights
s <- frame(2, 1, 60); s$weight <- signif(10^runif(nrow(s), -3, 3), 6); analyse("weights-of-six-orders", "RESPONDENTS", "fail", s)
s <- frame(3, 8, 4); s$weight <- signif(10^runif(nrow(s), -3, 3), 6); analyse("cluster-weights-of-six-orders", "CLUSTERS", "fail", s, c(9, 20, 80))
# one stratum, then every stratum, was taken whole
analyse("one-stratum-whole", "RESPONDENTS", "fail", frame(2, 1, 15), c(15, 90))
analyse("all-strata-whole", "RESPONDENTS", "fail", frame(2, 1, 15), c(15, 15))
analyse("one-stratum-of-clusters-whole", "CLUSTERS", "fail", frame(2, 5, 4), c(5, 50))
analyse("lonely-but-whole", "CLUSTERS", "fail", frame(3, c(1, 4, 5), 6), c(1, 40, 50))
# everybody is satisfied, in clusters
s <- frame(2, 5, 6, 1); analyse("all-satisfied-in-clusters", "CLUSTERS", "fail", s)
# lonely units meet domains
s <- frame(5, c(1, 3, 1, 4, 6), 7); s$weight <- round(runif(nrow(s), 0.5, 4), 3); s$group[s$stratum == 3] <- "b"
for (policy in c("average", "adjust", "remove")) analyse(paste0("lonely-", policy, "-domains"), "CLUSTERS", policy, s, c(9, 9, 30, 30, 60))
# one answer in each group
s <- frame(1, 1, 2); s$group <- c("a", "b"); analyse("one-row-a-group", "RESPONDENTS", "fail", s)
# many missing answers, and whole units without any
s <- frame(3, 5, 6); s$answer[runif(nrow(s)) < 0.4] <- NA; s$answer[s$stratum == 2 & s$psu < 3] <- NA
analyse("units-without-answers", "CLUSTERS", "fail", s)

write <- function(data, name) {
  file <- file(file.path(out, name), "w", encoding = "UTF-8")
  writeLines(sprintf("# made by edge-designs.R, %s, survey %s, %s", R.version.string, packageVersion("survey"), Sys.Date()), file)
  write.csv(data, file, row.names = FALSE, quote = FALSE, na = "", eol = "\n")
  close(file)
}
write(do.call(rbind, rows), "edge-designs-rows.csv")
write(do.call(rbind, results), "edge-designs-estimates.csv")
