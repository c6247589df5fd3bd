# The California school samples of R's survey package (data(api)) in a layout of our own, and what R makes of them: the
# reference for the published examples of that package.
#
#   Rscript api-schools.R OUTPUT-DIRECTORY
#
# writes api-schools.csv (the rows that the tests count) and api-estimates.csv (name, value).
suppressMessages(library(survey))
out <- commandArgs(TRUE)[1]
data(api)
full <- function(x) formatC(as.numeric(x), digits = 17, format = "g", width = -1)
open.file <- function(name) {
  file <- file(file.path(out, name), "w", encoding = "UTF-8")
  writeLines(sprintf("# made by api-schools.R, %s, survey %s, %s", R.version.string, packageVersion("survey"), Sys.Date()), file)
  file
}
rows <- rbind(
  with(apistrat, data.frame(sample = "strat", stratum = stype, psu = "", N = fpc, M = NA, weight = pw, type = stype, wide = sch.wide, api00, enroll, noell = as.numeric(ell == 0))),
  with(apiclus1, data.frame(sample = "clus1", stratum = "", psu = dnum, N = fpc, M = NA, weight = pw, type = stype, wide = sch.wide, api00, enroll, noell = as.numeric(ell == 0))),
  with(apiclus2, data.frame(sample = "clus2", stratum = "", psu = dnum, N = fpc1, M = fpc2, weight = pw, type = stype, wide = sch.wide, api00, enroll, noell = as.numeric(ell == 0))))
rows$weight <- full(rows$weight)
file <- open.file("api-schools.csv"); write.csv(rows, file, row.names = FALSE, quote = FALSE, na = "", eol = "\n"); close(file)

values <- list()
put <- function(name, value) values[[name]] <<- full(value)
stat <- function(name, m) { put(name, coef(m)); put(paste0(name, ".se"), SE(m)) }
strat <- svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat, fpc = ~fpc)
clus1 <- svydesign(id = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc)
clus2 <- svydesign(id = ~dnum + snum, weights = ~pw, data = apiclus2, fpc = ~fpc1 + fpc2)
stat("strat.mean.api00", svymean(~api00, strat)); put("strat.df", degf(strat))
stat("strat.total.enroll", svytotal(~enroll, strat))
stat("clus1.mean.api00", svymean(~api00, clus1)); put("clus1.df", degf(clus1))
stat("clus1.total.enroll", svytotal(~enroll, clus1))
stat("clus2.mean.api00", svymean(~api00, clus2)); put("clus2.df", degf(clus2))
stat("clus2.share.noell", svymean(~as.numeric(ell == 0), clus2))
stat("clus1.share.noell", svymean(~as.numeric(ell == 0), clus1))
mse <- as.svrepdesign(clus1, type = "JK1", mse = TRUE); mean.centred <- as.svrepdesign(clus1, type = "JK1", mse = FALSE)
put("clus1.jk1.mse.se", SE(svymean(~api00, mse))); put("clus1.jk1.mean.se", SE(svymean(~api00, mean.centred)))
types <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018)); wides <- data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122))
post <- postStratify(clus1, ~stype, types)
stat("clus1.post.mean.api00", svymean(~api00, post)); stat("clus1.post.total.enroll", svytotal(~enroll, post))
stat("clus1.post.mean.api00.E", svymean(~api00, subset(post, stype == "E")))
stat("clus1.post.share.noell", svymean(~as.numeric(ell == 0), post))
raked <- rake(clus1, list(~stype, ~sch.wide), list(types, wides), control = list(maxit = 500, epsilon = 1e-11))
stat("clus1.rake.mean.api00", svymean(~api00, raked)); stat("clus1.rake.total.enroll", svytotal(~enroll, raked))
stat("clus1.rake.mean.api00.E", svymean(~api00, subset(raked, stype == "E")))
post.strat <- postStratify(strat, ~sch.wide, wides)
stat("strat.post.mean.api00", svymean(~api00, post.strat)); stat("strat.post.total.enroll", svytotal(~enroll, post.strat))
raked.strat <- rake(strat, list(~stype, ~sch.wide), list(types, wides), control = list(maxit = 500, epsilon = 1e-11))
stat("strat.rake.mean.api00", svymean(~api00, raked.strat))
lonely <- svydesign(id = ~snum, strata = ~dnum, weights = ~pw, data = apiclus1)
for (policy in c("remove", "certainty", "adjust", "average")) {
  options(survey.lonely.psu = policy); stat(paste0("lonely.", policy), svymean(~api00, lonely))
}
# three strata of clusters, made up from the cluster sample, for the stratified jackknife
apiclus1$half <- apiclus1$dnum %% 3
options(survey.lonely.psu = "fail")
halves <- svydesign(id = ~dnum, strata = ~half, weights = ~pw, data = apiclus1)
put("jkn.mse.se", SE(svymean(~api00, as.svrepdesign(halves, type = "JKn", mse = TRUE))))
put("jkn.ratio.mse.se", SE(svyratio(~api00, ~enroll, as.svrepdesign(halves, type = "JKn", mse = TRUE))))
stat("trimmed.mean", svymean(~api00, trimWeights(svydesign(id = ~1, weights = ~enroll, data = apistrat), lower = 200, upper = 1500)))
put("trimmed.first", weights(trimWeights(svydesign(id = ~1, weights = ~enroll, data = apistrat), lower = 200, upper = 1500))[1])
file <- open.file("api-estimates.csv"); writeLines("name,value", file)
writeLines(sprintf("%s,%s", names(values), unlist(values)), file); close(file)
