// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/pastedevents.h"

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/zone.h"
#include "core/ingest/import/importer.h"
#include "core/sources/boundrules.h"
#include "core/sources/freedates.h"
#include "core/store/files.h"
#include "core/workbench/csvwriter.h"
#include "core/workbench/pastedlines.h"
#include "core/workbench/scratch.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <tuple>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using base::utf8;
using sources::FreeDates;
using sources::trimmed;

namespace {

constexpr std::size_t kMostLines = 1'000'000;
constexpr const char *kSource = "pasted";

/// A line whose date has been found; its cells are read when the whole column is known.
struct Dated {
    std::uint64_t line = 0;
    FreeDates::Reading date;
    PastedCells behind;
};

/// The text that holds the date, and what stands behind the cell when it is in quotes.
std::string_view dateText(const PastedLine &line, std::string &quoted, std::string_view &rest)
{
    rest = line.text;
    return takeQuoted(rest, quoted) ? std::string_view(quoted) : std::string_view(line.text);
}

/// A first line without a date that names its columns.
bool isHeader(const std::string &text)
{
    if (std::ranges::none_of(text, base::isDigit))
        return true;
    static constexpr const char *kWords[] = {"date", "day", "time", "when", "timestamp", "datum"};
    std::string word;
    for (const char c : text) {
        if ((c | 0x20) < 'a' || (c | 0x20) > 'z')
            break;
        word += static_cast<char>(c | 0x20);
    }
    return std::ranges::any_of(kWords, [&word](const char *known) { return word == known; });
}

/// Date and time in columns of their own: takes the time out of the cells.
void joinTime(const FreeDates &dates, std::string_view day, Dated &dated)
{
    std::vector<std::string> &cells = dated.behind.cells;
    if (dated.date.at.hasTime || cells.empty() || cells.front().find(':') == std::string::npos)
        return;
    const std::string both = std::string(day) + " " + cells.front();
    QString ignored;
    const auto joined = dates.read(both, ignored);
    if (!joined || !joined->at.hasTime || joined->length != both.size())
        return;
    dated.date = *joined;
    cells.erase(cells.begin());
}

/// Reads the date of every line; those without are refused.
std::vector<Dated> datesOf(const std::vector<PastedLine> &lines, PastedDates &out)
{
    FreeDates dates;
    for (const PastedLine &line : lines) {
        std::string quoted;
        std::string_view rest;
        dates.look(dateText(line, quoted, rest));
    }
    dates.decide();
    std::vector<Dated> found;
    bool hidden = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const PastedLine &line = lines[i];
        hidden = hidden || line.wasHidden;
        if (!line.fault.isEmpty()) {
            out.refused.emplace_back(line.number, line.fault);
            continue;
        }
        std::string quoted;
        std::string_view rest;
        const std::string_view text = dateText(line, quoted, rest);
        const bool isQuoted = text.data() == quoted.data();
        QString why;
        const auto date = dates.read(text, why);
        if (!date || (isQuoted && date->length != text.size())) {
            if (i == 0 && isHeader(line.text))
                out.notes.push_back(
                    Tr::tr("The first line (“%1”) was taken as a header.").arg(qs(line.text).left(60)));
            else
                out.refused.emplace_back(
                    line.number, date ? Tr::tr("“%1” is more than a date").arg(qs(text).left(40)) : why);
            continue;
        }
        Dated dated{line.number, *date, cellsBehind(isQuoted ? rest : rest.substr(date->length))};
        joinTime(dates, text.substr(0, date->length), dated);
        found.push_back(std::move(dated));
    }
    if (const QString note = dates.orderNote(); !note.isEmpty())
        out.notes.push_back(note);
    if (hidden)
        out.notes.push_back(
            Tr::tr("Invisible characters, such as those that turn the direction of text, were "
                   "left out."));
    return found;
}

/// Value and text of the cells: the first cell is the value or, unless blanks part them, the last; what is
/// left is the text.
/// Empty, or why the line is refused.
QString takeCells(const NumberColumn &numbers, PastedCells behind, PastedEvent &event)
{
    std::vector<std::string> &cells = behind.cells;
    while (!cells.empty() && cells.front().empty())
        cells.erase(cells.begin());
    while (!cells.empty() && cells.back().empty())
        cells.pop_back();
    if (cells.empty())
        return {};
    using Cell = NumberColumn::Cell;
    const Cell first = numbers.read(cells.front(), event.value);
    if (first == Cell::Broken)
        return Tr::tr("“%1” is not a number written like the others").arg(qs(cells.front()).left(40));
    if (first != Cell::Text)
        cells.erase(cells.begin());
    else if (behind.separator != ' ' && cells.size() > 1 &&
             numbers.read(cells.back(), event.value) == Cell::Value)
        cells.pop_back();
    for (const std::string &cell : cells) {
        const std::string text = utf8(qs(cell).simplified());
        if (!text.empty())
            event.text += (event.text.empty() ? "" : " ") + text;
    }
    return {};
}

/// What the forms of dates are called (sources/freedates.cpp), to be found by who translates.
[[maybe_unused]] constexpr const char *kForms[] = {
    // clang-format off
    QT_TRANSLATE_NOOP("core", "day month name year"),
    QT_TRANSLATE_NOOP("core", "day, month name and year without signs"),
    QT_TRANSLATE_NOOP("core", "day-month name-year"),
    QT_TRANSLATE_NOOP("core", "day-month-year"),
    QT_TRANSLATE_NOOP("core", "day. month name year"),
    QT_TRANSLATE_NOOP("core", "day.month name.year"),
    QT_TRANSLATE_NOOP("core", "day.month.year"),
    QT_TRANSLATE_NOOP("core", "day/month name/year"),
    QT_TRANSLATE_NOOP("core", "day/month/year"),
    QT_TRANSLATE_NOOP("core", "month name day year"),
    QT_TRANSLATE_NOOP("core", "month name day, year"),
    QT_TRANSLATE_NOOP("core", "month name-day-year"),
    QT_TRANSLATE_NOOP("core", "month name/day/year"),
    QT_TRANSLATE_NOOP("core", "month-day-year"),
    QT_TRANSLATE_NOOP("core", "month.day.year"),
    QT_TRANSLATE_NOOP("core", "month/day/year"),
    QT_TRANSLATE_NOOP("core", "year month name day"),
    QT_TRANSLATE_NOOP("core", "year, month and day without signs"),
    QT_TRANSLATE_NOOP("core", "year-month name-day"),
    QT_TRANSLATE_NOOP("core", "year-month-day"),
    QT_TRANSLATE_NOOP("core", "year.month.day"),
    QT_TRANSLATE_NOOP("core", "year/month/day"),
    // clang-format on
};

QString formText(std::string_view words)
{
    return QCoreApplication::translate("core", std::string(words).c_str());
}

/// "day.month.year", of several the most frequent first.
std::string wordsOf(const std::vector<Dated> &all)
{
    std::map<std::string_view, std::size_t> counts;
    for (const Dated &one : all)
        ++counts[one.date.words];
    std::vector<std::pair<std::string_view, std::size_t>> list(counts.begin(), counts.end());
    std::ranges::stable_sort(list, std::greater(), &std::pair<std::string_view, std::size_t>::second);
    QString words;
    for (const auto &[form, count] : list)
        words =
            words.isEmpty() ? formText(form) : ::core::base::Tr::tr("%1 and %2").arg(words, formText(form));
    return utf8(words);
}

void noteForms(const std::vector<Dated> &all, PastedDates &out)
{
    const bool isShort = std::ranges::any_of(all, [](const Dated &one) {
        return one.date.pattern.find("YY") != std::string_view::npos &&
               one.date.pattern.find("YYYY") == std::string_view::npos;
    });
    if (isShort)
        out.notes.push_back(Tr::tr("Years of two digits were read as 1969 to 2068."));
    const auto timed = std::ranges::count_if(all, [](const Dated &one) { return one.date.at.hasTime; });
    if (timed > 0 && timed < static_cast<std::ptrdiff_t>(all.size()))
        out.notes.push_back(
            Tr::tr("%1 of %2 lines give a time; the others mean the whole day.").arg(timed).arg(all.size()));
    const bool isTorn = std::ranges::any_of(all, [](const Dated &one) {
        const auto isWhole = [](const std::string &cell) {
            return !cell.empty() && std::ranges::all_of(cell, base::isDigit);
        };
        return one.behind.separator == ',' && one.behind.cells.size() == 2 && isWhole(one.behind.cells[0]) &&
               isWhole(one.behind.cells[1]);
    });
    if (isTorn)
        out.notes.push_back(
            Tr::tr("A comma parts the columns here, so that “3,5” is the value 3 and the text 5; "
                   "for decimal commas part the columns by tabs or semicolons."));
}

/// The cells of a line as the column of numbers sees them: those that may be its value.
void lookAtNumbers(const Dated &dated, NumberColumn &numbers)
{
    if (dated.behind.cells.empty())
        return;
    numbers.look(dated.behind.cells.front());
    if (dated.behind.cells.size() > 1)
        numbers.look(dated.behind.cells.back());
}

/// A name that may stand bare in a filter.
bool isBareWord(const std::string &word)
{
    static constexpr const char *kTaken[] = {"and",     "or", "not",  "contains",
                                             "matches", "in", "true", "false"};
    return word.front() >= 'a' && word.front() <= 'z' &&
           std::ranges::none_of(kTaken, [&word](const char *taken) { return word == taken; });
}

/// The rows that the preset pasted-dates reads. Lines that say the same at the same time are told apart by
/// how many came before them.
std::string tableOf(const std::string &eventType, const PastedDates &dates, const base::Zone &zone)
{
    CsvWriter csv(CsvWriter::Cells::Raw);
    for (const char *column : {"timestamp", "event_type", "value", "text", "occurrence", "line"})
        csv.text(column);
    csv.endRow();
    std::map<std::pair<std::string, std::string>, std::int64_t> before;
    for (const PastedEvent &event : dates.events) {
        const std::string at = event.wholeDay ? base::toIso(zone.localDay(event.at)) : base::toIso(event.at);
        csv.text(at);
        csv.text(eventType);
        csv.number(event.value);
        csv.text(event.text);
        csv.whole(++before[{at, event.text}]);
        csv.whole(static_cast<std::int64_t>(event.line));
        csv.endRow();
    }
    return csv.take();
}

/// Keeps the text as it was pasted; nobody need read it again.
Result<void> keepOriginal(const Workbench &bench, const std::string &origin, const std::string &text)
{
    const auto kept = bench.workspace().vault().put(kSource, origin, text);
    if (!kept)
        return kept.error();
    auto transaction = bench.workspace().catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    auto marked = store::Vault::markTransformed(transaction->database(), kept->sha256, "pasted-text", 1);
    return marked ? transaction->commit() : marked;
}

} // namespace

PastedDates readPastedDates(std::string_view text, const std::string &zone)
{
    PastedDates out;
    base::Zone meant;
    if (const auto found = base::Zone::find(zone.empty() ? "UTC" : zone))
        meant = *found;
    else
        out.notes.push_back(Tr::tr("%1 Dates were read in UTC.").arg(found.error().message));
    out.zone = meant.name();
    bool isWhole = true;
    const std::vector<PastedLine> lines = pastedLines(text, kMostLines, isWhole);
    if (!isWhole)
        out.notes.push_back(Tr::tr("Only the first million lines were read; import the whole as a file."));
    const std::vector<Dated> dated = datesOf(lines, out);
    NumberColumn numbers;
    for (const Dated &one : dated)
        lookAtNumbers(one, numbers);
    numbers.decide();
    std::set<std::tuple<base::Instant, bool, bool, double, std::string>> seen;
    std::uint64_t twice = 0;
    for (const Dated &one : dated) {
        PastedEvent event;
        const sources::LocalTime &at = one.date.at;
        event.line = one.line;
        event.wholeDay = !at.hasTime;
        event.at = at.offset ? base::Instant(at.day) + at.time - *at.offset : meant.toUtc(at.day, at.time);
        if (const QString fault = takeCells(numbers, one.behind, event); !fault.isEmpty()) {
            out.refused.emplace_back(one.line, fault);
            continue;
        }
        const bool hasValue = !std::isnan(event.value);
        if (!seen.emplace(event.at, event.wholeDay, hasValue, hasValue ? event.value : 0, event.text)
                 .second) {
            ++twice;
            continue;
        }
        out.hasValues = out.hasValues || hasValue;
        out.events.push_back(std::move(event));
    }
    std::ranges::stable_sort(out.refused, {}, &std::pair<std::uint64_t, QString>::first);
    out.pattern = wordsOf(dated);
    noteForms(dated, out);
    if (const QString note = numbers.note(); !note.isEmpty())
        out.notes.push_back(note);
    if (twice > 0)
        out.notes.push_back(
            twice == 1 ? Tr::tr("1 line says the same as one before it and is counted once.")
                       : Tr::tr("%1 lines say the same as one before them and are counted once.").arg(twice));
    return out;
}

Result<std::string> storePastedDates(const Workbench &bench, const std::string &name,
                                     const PastedDates &dates, const std::string &originalText,
                                     const Job &job)
{
    const std::string eventType = sources::slugOf(name, '_');
    if (eventType.empty())
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” cannot name an event set: it has no letter from a to z and no digit.")
                         .arg(qs(name).left(60))};
    if (eventType.size() > 80)
        return Error{ErrorCode::BadInput,
                     Tr::tr("The name of an event set may have 80 characters; this one has %1.")
                         .arg(eventType.size())};
    if (dates.events.empty())
        return Error{ErrorCode::BadInput, Tr::tr("There is no date to store.")};
    const auto zone = base::Zone::find(dates.zone);
    if (!zone)
        return zone.error();
    const Scratch scratch({});
    const std::filesystem::path file = scratch.path() / (eventType + ".csv");
    if (auto written = store::writeSmallFile(file, tableOf(eventType, dates, *zone)); !written)
        return written.error();
    const auto importer = ingest::Importer::open(bench.workspace(), {});
    if (!importer)
        return importer.error();
    if (auto kept = keepOriginal(bench, eventType + ".txt", originalText); !kept)
        return kept.error();
    ingest::ImportRequest request;
    request.what = ingest::ImportWhat::Events;
    request.preset = "pasted-dates";
    request.zone = dates.zone;
    const auto report = (*importer)->import(file, request, job.cancel, job.progress);
    if (!report)
        return report.error();
    if (report->refused > 0) // our own table: every row was checked before
        return Error{ErrorCode::Internal, Tr::tr("%1 of the pasted dates could not be stored: %2.")
                                              .arg(report->refused)
                                              .arg(report->refusals.front().reason)};
    return "event_type == " + (isBareWord(eventType) ? eventType : '"' + eventType + '"') +
           " and source == " + kSource;
}

std::string studyFor(const std::string &name, const std::string &filter,
                     const std::vector<std::string> &assets)
{
    using sources::jsonText;
    const std::string slug = sources::slugOf(name, '_');
    std::string list;
    for (const std::string &asset : assets)
        list += (list.empty() ? "" : ", ") + jsonText(asset);
    return "{\n  \"name\": " + jsonText(name) +
           ",\n  \"events\": [\n    {\"name\": " + jsonText(slug.empty() ? "events" : slug) +
           ", \"filter\": " + jsonText(filter) + "}\n  ],\n  \"assets\": [" + list +
           "],\n  \"windows\": [[0, 0], [1, 1], [1, 5], [1, 21], [-5, -1]]\n}\n";
}

} // namespace core::workbench
