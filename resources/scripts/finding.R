#!/usr/bin/env Rscript
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
#@ABOUT@
# Computes n, effect and t of one finding again, from what foreshock-cli exports and nothing else.
#
# usage: Rscript SCRIPT [FORESHOCK-CLI [WORKSPACE]]
#
# Needs base R and no package beside it. Exit code 0: what is computed here and what the program stored agree to
# 1e-9; 1: they do not.

question <- @QUESTION@

arguments <- commandArgs(trailingOnly = TRUE)
cli <- if (length(arguments) > 0) arguments[1] else "foreshock-cli"
workspace <- if (length(arguments) > 1) arguments[2] else question$workspace

day <- 86400e6       # microseconds
longest_span <- 6    # bars that one return may cover
refresh <- 256       # bars after which running sums are taken afresh
smallest <- 1e-6     # of n var R: a sum of squares below it is rounding

fail <- function(...) {
  message(...)
  quit(save = "no", status = 2)
}

# what the program exports

exported <- function(...) {
  file <- tempfile(fileext = ".csv")
  on.exit(unlink(file))
  words <- c("-w", workspace, "--quiet", ...)
  if (system2(cli, shQuote(words), stdout = file) != 0) fail("foreshock-cli ", paste(c(...), collapse = " "), " failed")
  utils::read.csv(file, colClasses = "character", na.strings = character(), encoding = "UTF-8", check.names = FALSE)
}

# the snapshot the run saw, and what was known by then
known_then <- c("--snapshot", question$snapshot, if (nzchar(question$as_of)) c("--as-of", question$as_of))

# microseconds since 1970 of instants such as 2011-03-11T05:46:24.5Z; exact in a double until 2255
micros <- function(text) {
  part <- substr(paste0(sub("Z$", "", substr(text, 21, 28)), "000000"), 1, 6)
  days <- as.numeric(as.Date(substr(text, 1, 10)))
  seconds <- ((days * 24 + as.numeric(substr(text, 12, 13))) * 60 + as.numeric(substr(text, 15, 16))) * 60 +
    as.numeric(substr(text, 18, 19))
  seconds * 1e6 + as.numeric(part)
}

number <- function(text) suppressWarnings(as.numeric(ifelse(nzchar(text), text, NA)))

# the bars of a symbol as they are stored, and on one price basis
read_bars <- function(symbol) {
  words <- c("bars", "show", "--interval", question$interval, "--format", "csv", "--raw", known_then)
  stored <- exported(words, "--", symbol)
  basis <- if (any(nzchar(stored$adj_close))) "provider" else "known"
  list(stored = stored, adjusted = exported(words, "--adjust", basis, "--", symbol))
}
kept <- new.env()
bars_of <- function(symbol) {
  if (is.null(kept[[symbol]])) assign(symbol, read_bars(symbol), envir = kept)
  kept[[symbol]]
}

# the calendar: the benchmark's closes

calendar_of <- function(stored) {
  end <- micros(stored$ts_end)
  end <- end[cumsum(end > micros(question$sample$last)) == 0 & nzchar(stored$close)]
  closes <- end[end > c(-Inf, cummax(end)[-length(end)])]
  first <- match(micros(question$sample$first), closes)
  bars <- length(closes) - first + 1
  if (is.na(first) || bars != question$sample$bars)
    fail(question$benchmark, " has other bars in the sample than the run had: this is another workspace, or its bars ",
         "were changed.")
  list(closes = closes, first = first)
}

upper_middle <- function(values) sort(values)[length(values) %/% 2 + 1]

# for each bar of the calendar, which of `ends` is the last in (C[t-1], C[t]]; NA where there is none
positions <- function(ends, closes) {
  before <- closes[1] - (if (length(closes) > 1) upper_middle(diff(closes)) else day)
  after <- c(before, closes[-length(closes)])
  at <- findInterval(closes, ends)
  ifelse(at > 0 & c(-Inf, ends)[at + 1] > after, at, NA)
}

# a symbol on the calendar: its prices, and when each of its bars closes (or would have closed)
asset_of <- function(symbol, closes) {
  bars <- bars_of(symbol)
  rows <- bars$adjusted[nzchar(bars$adjusted$close), ]
  at <- positions(micros(rows$ts_end), closes)
  ends <- micros(bars$stored$ts_end)
  own <- positions(ends, closes)
  there <- !is.na(own)
  usual <- if (any(there)) upper_middle(closes[there] - ends[own[there]]) else 0
  guess <- pmax(closes - usual, c(-Inf, closes[-length(closes)] + 1))
  list(symbol = symbol, price = number(rows$close)[at], high = number(rows$high)[at], low = number(rows$low)[at],
       volume = number(rows$volume)[at], closes = ifelse(there, ends[own], guess))
}

# returns and models: on every bar a value, how many bars it spans, and whether the bar is missing (a bar that the
# next return spans has no value and is not missing)

exists_in <- function(price) {
  kind <- question$returns$kind
  !is.na(price) & (if (kind == "log") price > 0 else if (kind == "logit_diff") price > 0 & price < 1 else TRUE)
}

change <- function(before, now) {
  kind <- question$returns$kind
  suppressWarnings(
    if (kind == "log") log(now / before)
    else if (kind == "simple") ifelse(before > 0, now / before - 1, NA)
    else if (kind == "logit_diff") log(now / (1 - now)) - log(before / (1 - before))
    else now - before)
}

plain_returns <- function(price) {
  size <- length(price)
  out <- list(value = rep(NA_real_, size), span = rep(1, size), missing = rep(TRUE, size))
  there <- which(!is.na(price))
  for (i in seq_along(there)[-1]) {
    last <- there[i - 1]
    t <- there[i]
    if (t - last > longest_span) next
    if (t - last > 1) out$missing[(last + 1):(t - 1)] <- FALSE
    out$value[t] <- change(price[last], price[t])
    out$span[t] <- t - last
    out$missing[t] <- is.na(out$value[t])
  }
  out
}

# the returns of another price over exactly the spans of the series
over_spans <- function(series, price) {
  out <- rep(NA_real_, length(price))
  t <- which(!is.na(series$value))
  before <- price[t - series$span[t]]
  good <- exists_in(before) & exists_in(price[t])
  out[t[good]] <- change(before[good], price[t[good]])
  out
}

# Cholesky; NULL where the system is singular to 1e-12 of its diagonal
solved <- function(a, b) {
  n <- length(b)
  low <- a
  for (i in seq_len(n)) for (j in seq_len(i)) {
    k <- seq_len(j - 1)
    rest <- low[i, j] - sum(low[i, k] * low[j, k])
    if (i == j) {
      if (!isTRUE(rest > 1e-12 * low[i, i])) return(NULL)
      low[i, i] <- sqrt(rest)
    } else low[i, j] <- rest / low[j, j]
  }
  for (i in seq_len(n)) {
    k <- seq_len(i - 1)
    b[i] <- (b[i] - sum(low[i, k] * b[k])) / low[i, i]
  }
  for (i in rev(seq_len(n))) {
    k <- seq_len(n)[seq_len(n) > i]
    b[i] <- (b[i] - sum(low[k, i] * b[k])) / low[i, i]
  }
  b
}

# what least squares on the bars before each bar expects of it: at least four fifths of the window present, returns
# that span more than one bar left out of the fit; `regressors`: a matrix of one column each
expectation <- function(series, regressors) {
  window <- question$returns$window
  size <- length(series$value)
  k <- ncol(regressors)
  columns <- cbind(1, regressors, ifelse(series$span == 1, series$value, NA))
  there <- rowSums(is.na(columns)) == 0
  out <- rep(NA_real_, size)
  for (t in seq_len(size)) {
    if (t == 1 || (t - 2) %% refresh == 0) { # bars 1 .. t - 1 are before it
      rows <- seq_len(t - 1)
      rows <- rows[rows >= t - window]
      rows <- rows[there[rows]]
      sums <- crossprod(columns[rows, , drop = FALSE])
      count <- length(rows)
    } else {
      if (there[t - 1]) {
        sums <- sums + tcrossprod(columns[t - 1, ])
        count <- count + 1
      }
      old <- t - 1 - window
      if (old >= 1 && there[old]) {
        sums <- sums - tcrossprod(columns[old, ])
        count <- count - 1
      }
    }
    if (is.na(series$value[t]) || 5 * count < 4 * window || count < k + 2) next
    means <- sums[1, ] / count
    i <- seq_len(k) + 1
    slopes <- solved(sums[i, i, drop = FALSE] - outer(means[i], sums[1, i]), sums[i, k + 2] - means[i] * sums[1, k + 2])
    if (is.null(slopes)) next
    constant <- means[k + 2] - sum(slopes * means[i])
    out[t] <- sum(slopes * regressors[t, ]) + constant * series$span[t]
  }
  out
}

subtracted <- function(series, expected) {
  there <- !is.na(series$value)
  series$value <- series$value - expected
  series$missing[there] <- is.na(series$value[there])
  series
}

levels_of <- function(asset) {
  ratio <- if (question$response == "range") asset$high / asset$low else asset$volume
  there <- is.finite(ratio) & ratio > 0
  list(value = ifelse(there, suppressWarnings(log(ratio)), NA), span = rep(1, length(ratio)), missing = !there)
}

responses <- function(asset, benchmark, factors) {
  model <- question$returns$model
  none <- matrix(0, length(asset$price), 0)
  if (question$response %in% c("range", "volume")) {
    out <- levels_of(asset)
    return(if (model == "mean_adjusted") subtracted(out, expectation(out, none)) else out)
  }
  out <- plain_returns(asset$price)
  if (model %in% c("market_adjusted", "market_model") && asset$symbol == benchmark$symbol)
    model <- "mean_adjusted" # the benchmark cannot be measured by itself
  if (model == "mean_adjusted") {
    out <- subtracted(out, expectation(out, none))
  } else if (model == "market_adjusted") {
    out <- subtracted(out, over_spans(out, benchmark$price))
  } else if (model == "market_model") {
    out <- subtracted(out, expectation(out, cbind(over_spans(out, benchmark$price))))
  } else if (model == "factors") {
    others <- Filter(function(factor) factor$symbol != asset$symbol, factors)
    columns <- lapply(others, function(factor) over_spans(out, factor$price))
    out <- subtracted(out, expectation(out, if (length(columns) > 0) do.call(cbind, columns) else none))
  }
  if (question$response == "abs_return") out$value <- abs(out$value)
  out
}

# the responses of `length` bars from each bar of the sample on: those present; none where a bar is missing
window_sums <- function(series, first, length) {
  size <- length(series$value)
  out <- rep(NA_real_, size - first + 1)
  for (t in first:(size - length + 1)) {
    part <- t:(t + length - 1)
    if (!any(series$missing[part]) && !all(is.na(series$value[part])))
      out[t - first + 1] <- sum(series$value[part], na.rm = TRUE)
  }
  out
}

# events

# a day that was planned, or known before it or at the end of one: else it is placed by when it was known
is_whole_day <- function(rows) {
  known <- micros(rows$known_at)
  at <- micros(rows$timestamp)
  planned <- rows$known_basis == "scheduled" & known < at + day
  over <- (known - at) %% day
  ended <- over == 0 | (at %% day != 0 & (over == day / 24 | over == day - day / 24)) # the clocks may have changed
  rows$precision == "day" & (known <= at | planned | ended)
}

placing_instants <- function(rows) {
  known <- micros(rows$known_at)
  at <- micros(rows$timestamp)
  ifelse(is_whole_day(rows), pmax(at, known - day), ifelse(rows$known_basis == "scheduled", pmax(at, known), known))
}

# the positions of the events that a cluster and first_in let through
thinned <- function(at, rule) {
  keep <- seq_along(at)
  if (length(rule$cluster) == 2) {
    from <- findInterval(at - rule$cluster[2], at, left.open = TRUE) + 1
    keep <- keep[keep - from + 1 >= rule$cluster[1]]
  }
  if (length(rule$first_in) == 1) keep <- keep[c(TRUE, diff(at[keep]) > rule$first_in)[seq_along(keep)]]
  keep
}

# the events that pass the filter, by the instant their bar is found by, each with its weight
asked_events <- function(closes, first) {
  rule <- question$events
  begin <- closes[first - 1] - day # earlier ones count only as the past of others
  rows <- exported("events", "query", "--format", "csv", "--raw", known_then,
                   if (nzchar(rule$filter)) c("--", rule$filter))
  at <- placing_instants(rows)
  order <- order(at)
  order <- order[at[order] <= closes[length(closes)]]
  rows <- rows[order, ]
  at <- at[order]
  value <- number(rows$value)
  weight <- switch(rule$weight, presence = , count = rep(1, length(at)), sign = sign(value), value)
  keep <- thinned(at, rule)
  keep <- keep[at[keep] > begin]
  weight <- weight[keep]
  if (rule$weight == "zscore") weight <- (weight - mean(weight, na.rm = TRUE)) / stats::sd(weight, na.rm = TRUE)
  if (rule$weight == "rank")
    weight <- (rank(weight, na.last = "keep", ties.method = "average") - 0.5) / sum(!is.na(weight))
  list(at = at[keep], whole_day = is_whole_day(rows)[keep], weight = weight)
}

# the event bars, counted from 1 at the sample's first, each with its weight
placed <- function(events, asset, first) {
  there <- !is.na(events$weight)
  at <- events$at[there]
  bar <- ifelse(events$whole_day[there], findInterval(at, asset$closes) + 1,
                findInterval(at, asset$closes, left.open = TRUE) + 1)
  inside <- bar >= first + question$margins[1] & bar + question$margins[2] <= length(asset$closes)
  bar <- bar[inside] - first + 1
  weight <- events$weight[there][inside]
  bars <- sort(unique(bar))
  sums <- vapply(bars, function(b) sum(weight[bar == b]), 0)
  list(bar = bars, weight = if (question$statistic == "mean") rep(1, length(bars)) else sums)
}

# the statistic

# presence weighs 1; values are centred over all events; a spread shares each side out
tested_weights <- function(raw) {
  if (question$statistic == "mean") return(rep(1, length(raw)))
  if (question$statistic == "slope") return(raw - mean(raw))
  ifelse(raw > 0, raw / sum(raw[raw > 0]), -raw / sum(raw[raw <= 0]))
}

# what each event bar is compared with: the mean response of the bars of its stratum
means_of_strata <- function(sums, controls, bars, start) {
  at <- controls$bars + 1 + start
  there <- at >= 1 & at <= length(sums)
  value <- rep(NA_real_, length(at))
  value[there] <- sums[at[there]]
  means <- tapply(value, controls$strata, mean, na.rm = TRUE)
  as.vector(means[as.character(controls$strata[match(bars, controls$bars + 1)])])
}

# one row for each event bar with a response; `terms`: responses, event bars and controls of each asset
sample_of <- function(terms, first) {
  window <- question$window
  weight <- tested_weights(unlist(lapply(terms, function(term) term$events$weight)))
  rows <- list()
  done <- 0
  for (term in terms) {
    sums <- window_sums(term$series, first, window[2] - window[1] + 1)
    there <- sums[!is.na(sums)]
    at <- term$events$bar + window[1]
    response <- rep(NA_real_, length(at))
    inside <- at >= 1 & at <= length(sums)
    response[inside] <- sums[at[inside]]
    own <- weight[done + seq_along(at)]
    done <- done + length(at)
    usual <- if (is.null(term$controls)) rep(mean(there), length(at))
             else means_of_strata(sums, term$controls, term$events$bar, window[1])
    rows[[length(rows) + 1]] <- data.frame(response = response, mean = usual,
                                           variance = rep(mean((there - mean(there))^2), length(at)),
                                           raw = term$events$weight, weight = own)
  }
  rows <- do.call(rbind, rows)
  rows[!is.na(rows$response), ]
}

# X = S / sqrt(Q), S = sum of w (R - mean R), Q = sum of its squares
studentized <- function(sample) {
  products <- sample$weight * (sample$response - sample$mean)
  q <- sum(products^2)
  if (q > smallest * sum(sample$weight^2) * mean(sample$variance)) sum(products) / sqrt(q) else 0
}

measured <- function(sample) {
  n <- nrow(sample)
  scale <- if (question$unit == "bp") 1e4 else 1
  x <- studentized(sample)
  if (question$statistic == "mean") {
    t <- if (x * x < n) x * sqrt((n - 1) / (n - x * x)) else x
    return(list(n = n, effect = scale * mean(sample$response), base = scale * mean(sample$mean), t = t))
  }
  if (question$statistic == "slope") { # of which the effect is the correlation
    a <- sample$raw - mean(sample$raw)
    b <- sample$response - mean(sample$response)
    return(list(n = n, effect = sum(a * b) / sqrt(sum(a^2) * sum(b^2)), base = 0, t = x))
  }
  top <- sample$raw > 0
  list(n = n, effect = scale * (mean(sample$response[top]) - mean(sample$response[!top])), base = 0, t = x)
}

calendar <- calendar_of(bars_of(question$benchmark)$stored)
closes <- calendar$closes
first <- calendar$first
benchmark <- asset_of(question$benchmark, closes)
factors <- lapply(question$returns$factors, asset_of, closes = closes)
events <- if (length(question$events) > 0) asked_events(closes, first)
terms <- lapply(question$terms, function(term) {
  asset <- asset_of(term$symbol, closes)
  bars <- if (!is.null(events)) placed(events, asset, first)
          else list(bar = match(micros(term$bars), closes) - first + 1, weight = term$weights)
  list(series = responses(asset, benchmark, factors), events = bars, controls = term$controls)
})
mine <- measured(sample_of(terms, first))

cat(sprintf("%s, %s, bars %d to %d (%s)\n", question$event, question$asset, question$window[1], question$window[2],
            question$unit))
cat(sprintf("%-8s%26s%26s%14s\n", "", "computed here", "stored by the program", "difference"))
agree <- TRUE
for (name in intersect(c("n", "effect", "base", "t"), names(question$stored))) {
  theirs <- question$stored[[name]]
  apart <- abs(mine[[name]] - theirs)
  agree <- agree && isTRUE(apart <= 1e-9 * max(1, abs(theirs)))
  cat(sprintf("%-8s%26.17g%26.17g%14.1e\n", name, mine[[name]], theirs, apart))
}
cat(if (agree) "They agree to 1e-9.\n" else "They do not agree: the data or the program have changed.\n")
quit(save = "no", status = if (agree) 0 else 1)
