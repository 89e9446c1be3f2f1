// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/ruleparser.h"

#include "core/base/json.h"
#include "core/sources/lags.h"

#include <QJsonArray>

#include <algorithm>

namespace core::sources {

using base::qs;
using base::Tr;
using base::utf8;

QStringList below(QStringList path, qsizetype index)
{
    path.append(QString::number(index));
    return path;
}

base::Zone zoneOf(ObjectReader &reader, const char *key)
{
    auto zone = base::Zone::find(reader.requiredText(key));
    if (zone)
        return *zone;
    reader.fault(key, zone.error().message);
    return {};
}

base::Duration clockOf(ObjectReader &reader, const char *key)
{
    auto time = parseClock(reader.requiredText(key));
    if (time)
        return *time;
    reader.fault(key, time.error().message);
    return base::Duration(0);
}

TestRule readTest(ObjectReader &reader)
{
    static constexpr std::array<std::pair<const char *, TestRule::Kind>, 4> kKinds{
        {{"in", TestRule::Kind::In},
         {"not_in", TestRule::Kind::NotIn},
         {"contains", TestRule::Kind::Contains},
         {"starts_with", TestRule::Kind::StartsWith}}};
    TestRule rule;
    rule.column = reader.requiredText("column");
    bool found = false;
    for (const auto &[key, kind] : kKinds) {
        if (!reader.has(key))
            continue;
        rule.kind = kind;
        rule.texts = reader.texts(key);
        found = true;
    }
    if (!found && !reader.flag("not_empty"))
        reader.fault("column", Tr::tr("a test needs one of in, not_in, contains, starts_with, not_empty"));
    return rule;
}

std::vector<TestRule> readTests(ObjectReader &parent, const char *key)
{
    std::vector<TestRule> rules;
    const QJsonValue value = parent.value(key);
    const QJsonArray list = value.isArray()       ? value.toArray()
                            : value.isUndefined() ? QJsonArray()
                                                  : QJsonArray{value};
    for (qsizetype i = 0; i < list.size(); ++i) {
        ObjectReader reader(parent.definition(), list[i],
                            value.isArray() ? below(parent.at(key), i) : parent.at(key));
        TestRule rule = readTest(reader);
        rule.reason = reader.text("reason");
        reader.done();
        rules.push_back(std::move(rule));
    }
    return rules;
}

namespace {

/// The keys of a text rule, read from an object that may hold others too.
TextRule readTextKeys(ObjectReader &reader)
{
    TextRule rule;
    if (reader.has("is")) {
        rule.from = TextRule::From::Constant;
        rule.constant = reader.text("is");
    } else if (reader.flag("series_name")) {
        rule.from = TextRule::From::SeriesName;
    } else if (reader.flag("file_name")) {
        rule.from = TextRule::From::FileName;
    } else {
        rule.from = TextRule::From::Columns;
        rule.columns = reader.texts("column");
        if (rule.columns.empty())
            reader.fault("column", Tr::tr("a text needs one of column, is, series_name, file_name"));
    }
    rule.join = reader.text("join");
    ObjectReader words(reader.definition(), reader.has("words") ? reader.value("words") : QJsonObject(),
                       reader.at("words"));
    for (const QString &word : words.keys()) {
        const QByteArray key = word.toUtf8();
        rule.words.emplace(utf8(word), words.text(key.constData()));
    }
    if (reader.has("other_word"))
        rule.otherWord = reader.text("other_word");
    rule.place = reader.flag("place");
    rule.point = reader.texts("point");
    if (!rule.point.empty() && rule.point.size() != 2)
        reader.fault("point", Tr::tr("“point” names two columns, the latitude and the longitude"));
    rule.slug = reader.has("slug");
    if (rule.slug)
        rule.slugJoin = oneOf(
            reader, "slug", std::array<std::pair<std::string_view, char>, 2>{{{"_", '_'}, {"-", '-'}}}, '_');
    rule.letters = oneOf(reader, "letters",
                         std::array<std::pair<std::string_view, TextRule::Letters>, 2>{
                             {{"lower", TextRule::Letters::Lower}, {"upper", TextRule::Letters::Upper}}},
                         TextRule::Letters::Keep);
    rule.prefix = reader.text("prefix");
    rule.suffix = reader.text("suffix");
    const std::string split = reader.text("split");
    if (split.size() > 1)
        reader.fault("split", Tr::tr("“split” must be a single character"));
    rule.split = split.empty() ? '\0' : split[0];
    rule.missing = reader.texts("missing");
    rule.exact = reader.flag("exact");
    rule.optional = reader.flag("optional");
    if ((rule.exact || rule.optional) && rule.columns.size() != 1)
        reader.fault("column", Tr::tr("“exact” and “optional” are for a text of a single column"));
    return rule;
}

} // namespace

/// "Column", or an object.
TextRule readText(ObjectReader &parent, const char *key)
{
    const QJsonValue value = parent.value(key);
    TextRule rule;
    if (value.isUndefined())
        return rule;
    if (value.isString()) {
        rule.from = TextRule::From::Columns;
        rule.columns = {utf8(value.toString())};
        return rule;
    }
    ObjectReader reader(parent.definition(), value, parent.at(key));
    rule = readTextKeys(reader);
    reader.done();
    return rule;
}

NumberRule readNumber(ObjectReader &parent, const char *key)
{
    const QJsonValue value = parent.value(key);
    NumberRule rule;
    if (value.isUndefined())
        return rule;
    if (value.isString()) {
        rule.from = NumberRule::From::Column;
        rule.columns = {utf8(value.toString())};
        return rule;
    }
    ObjectReader reader(parent.definition(), value, parent.at(key));
    if (reader.has("middle")) {
        rule.from = NumberRule::From::Middle;
        rule.columns = reader.texts("middle");
        rule.oneSided = reader.flag("one_sided");
        if (rule.columns.size() != 2)
            reader.fault("middle", Tr::tr("“middle” names two columns"));
    } else if (reader.flag("series_value")) {
        rule.from = NumberRule::From::SeriesValue;
    } else if (reader.has("amount_band")) {
        rule.from = NumberRule::From::AmountBand;
        rule.columns = {reader.text("amount_band")};
    } else {
        rule.from = NumberRule::From::Column;
        rule.columns = {reader.requiredText("column")};
    }
    rule.scale = reader.number("scale", 1);
    ObjectReader words(reader.definition(), reader.has("words") ? reader.value("words") : QJsonObject(),
                       reader.at("words"));
    for (const QString &word : words.keys()) {
        const QByteArray name = word.toUtf8();
        rule.words.emplace(utf8(word), words.number(name.constData(), 0));
    }
    reader.done();
    return rule;
}

namespace {

std::vector<DatePattern> readPatterns(ObjectReader &reader)
{
    std::vector<DatePattern> patterns;
    for (const std::string &text : reader.texts("format")) {
        auto pattern = DatePattern::compile(text);
        if (pattern)
            patterns.push_back(std::move(*pattern));
        else
            reader.fault("format", pattern.error().message);
    }
    return patterns;
}

} // namespace

DateRule readDate(ObjectReader &parent, const char *key)
{
    DateRule rule;
    ObjectReader reader(parent.definition(), parent.value(key), parent.at(key));
    rule.columns = reader.texts("column");
    if (rule.columns.empty())
        reader.fault("column", Tr::tr("a date needs its column"));
    rule.patterns = readPatterns(reader);
    if (rule.patterns.empty())
        reader.fault("format", Tr::tr("a date needs its format, for example YYYY-MM-DD"));
    if (reader.has("zone"))
        rule.zone = zoneOf(reader, "zone");
    rule.endOfMonth = reader.flag("end_of_month");
    reader.done();
    return rule;
}

namespace {

domain::KnownBasis basisOf(ObjectReader &reader, const char *key, const std::string &text)
{
    auto basis = domain::parseKnownBasis(text);
    if (basis)
        return *basis;
    reader.fault(key, basis.error().message);
    return domain::KnownBasis::Published;
}

/// The keys of a known instant that stands in a column.
void readKnownColumn(ObjectReader &reader, KnownRule &rule)
{
    DateRule date;
    date.columns = {reader.requiredText("column")};
    date.patterns = readPatterns(reader);
    if (reader.has("zone"))
        date.zone = zoneOf(reader, "zone");
    rule.date = std::move(date);
    rule.basisColumn = reader.text("basis_column");
    if (rule.basisColumn.empty() || reader.has("basis"))
        rule.basis = basisOf(reader, "basis", reader.requiredText("basis"));
    if (reader.has("without"))
        rule.without = basisOf(reader, "without", reader.text("without"));
    if (rule.without == domain::KnownBasis::Published || rule.without == domain::KnownBasis::Observed)
        reader.fault("without", Tr::tr("where the file does not say when an event was known, its basis can "
                                       "only be estimated or scheduled"));
}

} // namespace

KnownRule readKnown(ObjectReader &parent, const char *key)
{
    KnownRule rule;
    const QJsonValue value = parent.value(key);
    if (value.isString()) {
        rule.basis = basisOf(parent, key, utf8(value.toString()));
        return rule;
    }
    ObjectReader reader(parent.definition(), value, parent.at(key));
    if (reader.has("column")) {
        readKnownColumn(reader, rule);
        reader.done();
        return rule;
    }
    rule.lag = reader.text("lag");
    rule.release = reader.text("release");
    const LagRules &rules = LagRules::builtIn();
    if (!rule.lag.empty()) {
        rule.basis = domain::KnownBasis::Estimated;
        if (!rules.lag(rule.lag))
            reader.fault("lag", Tr::tr("there is no lag rule “%1” in lags.json").arg(qs(rule.lag)));
    } else if (reader.has("after")) {
        rule.basis = domain::KnownBasis::Estimated;
        const auto after = parseSpan(reader.text("after"));
        if (after)
            rule.after = *after;
        else
            reader.fault("after", after.error().message);
    } else if (!rule.release.empty()) {
        rule.basis = domain::KnownBasis::Scheduled;
        if (!rules.release(rule.release))
            reader.fault("release",
                         Tr::tr("there is no release rule “%1” in lags.json").arg(qs(rule.release)));
    } else {
        rule.basis = basisOf(reader, "basis", reader.requiredText("basis"));
    }
    if (reader.has("when")) {
        ObjectReader test(reader.definition(), reader.value("when"), reader.at("when"));
        rule.when = readTest(test);
        test.done();
        rule.otherwise = basisOf(reader, "otherwise", reader.requiredText("otherwise"));
    }
    reader.done();
    return rule;
}

std::vector<MetaRule> readMeta(ObjectReader &parent, const char *key)
{
    std::vector<MetaRule> rules;
    if (!parent.has(key))
        return rules;
    ObjectReader all(parent.definition(), parent.value(key), parent.at(key));
    for (const QString &name : all.keys()) {
        const QByteArray latin = name.toUtf8();
        MetaRule rule;
        rule.key = utf8(name);
        const bool plain = std::all_of(rule.key.begin(), rule.key.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        });
        if (!plain)
            all.fault(latin.constData(), Tr::tr("a metadata key has only a to z, 0 to 9 and _"));
        const QJsonValue value = all.value(latin.constData());
        if (value.isObject()) {
            ObjectReader reader(all.definition(), value, all.at(latin.constData()));
            if (reader.has("number")) {
                rule.kind = MetaRule::Kind::Number;
                rule.number = readNumber(reader, "number");
            } else if (reader.has("constant")) {
                rule.kind = MetaRule::Kind::Constant;
                rule.json = base::canonicalJson(reader.value("constant"));
            } else if (reader.has("test")) {
                rule.kind = MetaRule::Kind::Test;
                ObjectReader test(reader.definition(), reader.value("test"), reader.at("test"));
                rule.test = readTest(test);
                test.done();
            } else {
                rule.text = readTextKeys(reader);
            }
            reader.done();
        } else {
            rule.text = readText(all, latin.constData());
        }
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace core::sources
