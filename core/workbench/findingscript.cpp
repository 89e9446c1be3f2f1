// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/findingscript.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/recipe.h"
#include "core/discovery/storedfinding.h"
#include "core/workbench/sentences.h"
#include "core/workbench/studies.h"
#include "core/workbench/values.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using discovery::Finding;
using discovery::Recipe;
using domain::Weight;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kWide = 110; ///< characters of a line of comment
constexpr qsizetype kItems = 5;  ///< of a list on one line

QString iso(base::Instant at)
{
    return qs(base::toIso(at));
}

/// Text of feeds must neither end a comment nor reorder what stands beside it.
QString forComment(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        const QChar::Category kind = c.category();
        const bool acts = kind == QChar::Other_Control || kind == QChar::Other_Format ||
                          kind == QChar::Separator_Line || kind == QChar::Separator_Paragraph;
        out += acts ? u'?' : c;
    }
    return out;
}

QString comment(const QStringList &sentences)
{
    QString out;
    for (const QString &sentence : sentences) {
        QString line;
        for (const QString &word : forComment(sentence).split(u' ', Qt::SkipEmptyParts)) {
            if (line.size() + word.size() > kWide && !line.isEmpty()) {
                out += u'#' + line + u'\n';
                line.clear();
            }
            line += u' ' + word;
        }
        out += u'#' + line + u'\n';
    }
    return out;
}

/// JSON in ASCII, without an apostrophe: what is not stands as \u escapes, which occur in texts only.
QString asciiJson(const QJsonObject &object)
{
    QString out;
    for (const QChar c : QString::fromUtf8(QJsonDocument(object).toJson())) {
        if (c.unicode() < 127 && c != u'\'')
            out += c;
        else
            out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
    }
    return out.trimmed();
}

QString rText(const QString &text)
{
    QString out;
    for (const uint c : text.toUcs4()) {
        if (c == '"' || c == '\\')
            out += u'\\' + QChar(c);
        else if (c >= 32 && c < 127)
            out += QChar(c);
        else if (c > 0) // R has no text with a NUL in it
            out += u"\\U{%1}"_s.arg(c, 0, 16);
    }
    return u'"' + out + u'"';
}

/// The value as R writes it: objects as lists with names, arrays of plain values as vectors.
QString rValue(const QJsonValue &value, int depth = 0)
{
    const QString indent(2 * depth + 2, u' ');
    QStringList parts;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            parts << u'\n' + indent + entry.key() + u" = "_s + rValue(entry.value(), depth + 1);
        return u"list("_s + parts.join(u',') + u')';
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        const bool isPlain = array.isEmpty() || !array.first().isObject();
        for (const QJsonValue &item : array)
            parts << (isPlain ? QString() : u'\n' + indent) + rValue(item, depth + 1);
        if (!isPlain)
            return u"list("_s + parts.join(u',') + u')';
        for (qsizetype i = kItems; i < parts.size(); i += kItems)
            parts[i].prepend(u'\n' + indent);
        return u"c("_s + parts.join(u", "_s) + u')';
    }
    return value.isString()   ? rText(value.toString())
           : value.isDouble() ? qs(base::canonicalNumber(value.toDouble()))
                              : u"NULL"_s;
}

/// Whether the script places the events itself. R has no JSON, so it cannot look into metadata.
bool isPlacedThere(const Recipe &recipe, ScriptLanguage language)
{
    if (!recipe.events)
        return false;
    const Weight weight = recipe.events->weight;
    return language == ScriptLanguage::Python || (weight != Weight::Change && weight != Weight::Surprise);
}

QJsonObject eventsJson(const discovery::RecipeEvents &events)
{
    QJsonObject out{{u"filter"_s, qs(events.filter)}, {u"weight"_s, qs(domain::toText(events.weight))}};
    out[u"cluster"_s] = events.cluster
                            ? QJsonValue(QJsonArray{events.cluster->count,
                                                    static_cast<double>(events.cluster->within.count())})
                            : QJsonValue(QJsonValue::Null);
    out[u"first_in"_s] = events.firstIn ? QJsonValue(static_cast<double>(events.firstIn->count()))
                                        : QJsonValue(QJsonValue::Null);
    return out;
}

QJsonArray termsJson(const Recipe &recipe, bool isListed)
{
    QJsonArray out;
    for (const discovery::RecipeTerm &term : recipe.terms) {
        QJsonObject entry{{u"symbol"_s, qs(term.symbol)}};
        if (isListed) {
            QJsonArray bars, weights;
            for (std::size_t i = 0; i < term.bars.size(); ++i) {
                bars.append(iso(term.bars[i]));
                weights.append(term.weights[i]);
            }
            entry[u"bars"_s] = bars;
            entry[u"weights"_s] = weights;
        }
        if (!term.strata.empty()) {
            QJsonArray bars, strata; // two flat lists: R makes one of a list of lists
            for (std::size_t i = 0; i < term.strata.size(); ++i) {
                for (const std::uint32_t bar : term.strata[i]) {
                    bars.append(static_cast<double>(bar));
                    strata.append(static_cast<double>(i));
                }
            }
            entry[u"controls"_s] = QJsonObject{{u"bars"_s, bars}, {u"strata"_s, strata}};
        }
        out.append(entry);
    }
    return out;
}

QJsonObject storedJson(const Finding &finding)
{
    QJsonObject out{{u"n"_s, static_cast<double>(finding.n)}};
    for (const auto &[key, value] : {std::pair(u"effect"_s, finding.effect),
                                     std::pair(u"base"_s, finding.base), std::pair(u"t"_s, finding.t)}) {
        if (std::isfinite(value))
            out[key] = value;
    }
    return out;
}

QJsonObject questionJson(const Recipe &recipe, const Workbench &bench, bool isPlaced)
{
    const Finding &finding = recipe.finding;
    const domain::ReturnRule &rule = recipe.study.returns;
    QJsonArray factors;
    for (const std::string &factor : rule.factors)
        factors.append(qs(factor));
    return {{u"workspace"_s, qs(bench.folder().string())},
            {u"run"_s, qs(recipe.run)},
            {u"hypothesis"_s, qs(base::toHex(finding.hypothesis))},
            {u"snapshot"_s, qs(store::Workspace::snapshotText(recipe.snapshot))},
            {u"as_of"_s, iso(recipe.asOf)},
            {u"event"_s, qs(finding.event)},
            {u"asset"_s, qs(finding.asset)},
            {u"window"_s, QJsonArray{finding.window.first, finding.window.last}},
            {u"unit"_s, qs(finding.unit)},
            {u"statistic"_s, qs(domain::toText(finding.statistic))},
            {u"interval"_s, qs(recipe.study.interval)},
            {u"benchmark"_s, qs(recipe.benchmark)},
            {u"response"_s, qs(domain::toText(recipe.study.response))},
            {u"returns"_s, QJsonObject{{u"kind"_s, qs(domain::toText(rule.kind))},
                                       {u"model"_s, qs(domain::toText(rule.model))},
                                       {u"window"_s, rule.window},
                                       {u"factors"_s, factors}}},
            {u"sample"_s, QJsonObject{{u"first"_s, iso(recipe.firstClose)},
                                      {u"last"_s, iso(recipe.lastClose)},
                                      {u"bars"_s, static_cast<double>(recipe.bars)}}},
            {u"margins"_s, QJsonArray{static_cast<double>(recipe.before), static_cast<double>(recipe.after)}},
            {u"events"_s, isPlaced ? eventsJson(*recipe.events) : QJsonObject()},
            {u"terms"_s, termsJson(recipe, !isPlaced)},
            {u"stored"_s, storedJson(finding)}};
}

QStringList aboutLines(const Finding &finding, const std::string &run, std::uint64_t snapshot,
                       const Workbench &bench)
{
    QStringList lines{sentenceOf(finding, NumberStyle::Ascii)};
    if (!missingOf(finding).empty()) // the run kept it without reporting it
        lines = {
            Tr::tr("%1, %2, bars %3")
                .arg(qs(finding.event), qs(finding.asset), windowText(finding.window, NumberStyle::Ascii))};
    if (bench.identity().sample)
        lines << Tr::tr("SIMULATED DATA: these events and prices are made up.");
    lines << Tr::tr("Run %1, snapshot %2, hypothesis %3.")
                 .arg(qs(run), qs(store::Workspace::snapshotText(snapshot)),
                      qs(base::toHex(finding.hypothesis)));
    return lines;
}

QString whyListed(const Recipe &recipe)
{
    if (recipe.events)
        return Tr::tr("The event bars are listed with their weights as the program placed them, because the "
                      "weights stand in the metadata of the events. Prices, returns, model and statistic are "
                      "computed again.");
    return Tr::tr("The event bars are listed with their weights as the program placed them, because a filter "
                  "alone does not say them (a pool, entities or quantiles). Prices, returns, model and "
                  "statistic are computed again.");
}

Result<QString> templateOf(ScriptLanguage language)
{
    QFile file(language == ScriptLanguage::R ? u":/scripts/finding.R"_s : u":/scripts/finding.py"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Internal,
                     Tr::tr("The script's text is not in this program; install Foreshock again.")};
    }
    return QString::fromUtf8(file.readAll());
}

Result<QString> recomputing(const Workbench &bench, const std::string &run, const base::Sha256 &hypothesis,
                            ScriptLanguage language, const discovery::RunContext &context)
{
    const Result<Recipe> recipe = discovery::recipeOf(run, hypothesis, context);
    if (!recipe)
        return recipe.error();
    Result<QString> script = templateOf(language);
    if (!script)
        return script;
    const bool isPlaced = isPlacedThere(*recipe, language);
    QStringList about = aboutLines(recipe->finding, recipe->run, recipe->snapshot, bench);
    if (!isPlaced)
        about << whyListed(*recipe);
    const QJsonObject question = questionJson(*recipe, bench, isPlaced);
    const QString data = language == ScriptLanguage::R ? rValue(question) : asciiJson(question);
    // the data last: nothing in them is a place to fill
    const qsizetype at = script->indexOf("@QUESTION@"_L1);
    QString out = script->left(at);
    out.replace("#@ABOUT@\n"_L1, u"#\n"_s + comment(about));
    return out + data + script->mid(at + 10);
}

QString quoted(const QString &word)
{
    QString inner = word;
    inner.replace(u'\'', u"'\\''"_s);
    return u'\'' + inner + u'\'';
}

Result<QString> commandLines(const Workbench &bench, const std::string &name, const base::Sha256 &hypothesis)
{
    const auto stored = discovery::storedFinding(name, hypothesis, bench.ledger());
    if (!stored)
        return stored.error();
    const auto study = base::parseJson(stored->run.study);
    if (!study)
        return study.error();
    const QString run = quoted(qs(stored->run.run));
    const QString id = qs(base::toHex(hypothesis));
    const QString cli = u"foreshock-cli --workspace "_s + quoted(qs(bench.folder().string()));
    QString out =
        u"#!/bin/sh\n"_s + comment(aboutLines(stored->finding, stored->run.run, stored->run.snapshot, bench));
    const auto add = [&out, &cli](const QString &why, const QString &words) {
        out += u'\n' + comment({why}) + cli + words + u'\n';
    };
    add(Tr::tr("The finding as its run keeps it:"), u" study show %1 --finding %2"_s.arg(run, id));
    add(Tr::tr("The run once more on its snapshot, compared bit for bit:"), u" study verify %1"_s.arg(run));
    add(Tr::tr("A script that computes n, effect and t again from exports:"),
        u" study script %1 %2 --language python > finding.py"_s.arg(run, id));
    out += u'\n' + comment({Tr::tr("The study asked again, of what is stored today:")}) +
           u"cat > study.json <<'END_OF_STUDY'\n"_s + asciiJson(study->toObject()) + u"\nEND_OF_STUDY\n"_s +
           cli + u" study run study.json\n"_s;
    return out;
}

} // namespace

Result<ScriptLanguage> parseScriptLanguage(std::string_view word)
{
    if (word == "python")
        return ScriptLanguage::Python;
    if (word == "r")
        return ScriptLanguage::R;
    if (word == "cli")
        return ScriptLanguage::CommandLine;
    return Error{ErrorCode::BadInput,
                 Tr::tr("“%1” is no language of a script; use python, r or cli.").arg(qs(word))};
}

Result<QString> findingScript(const Workbench &bench, const std::string &run, const base::Sha256 &hypothesis,
                              ScriptLanguage language, const Job &job)
{
    if (language == ScriptLanguage::CommandLine)
        return commandLines(bench, run, hypothesis);
    const Result<discovery::RunContext> context = runContext(bench, 0, job);
    if (!context)
        return context.error();
    return recomputing(bench, run, hypothesis, language, *context);
}

} // namespace core::workbench
