// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/store/catalog.h"
#include "core/store/ledger.h"
#include "core/store/ledgerrows.h"

#include <QJsonObject>

#include <algorithm>
#include <functional>
#include <map>

namespace core::store {

using base::Instant;
using base::Result;
using base::Sha256;

namespace {

struct AskedFamily {
    Sha256 family;
    std::uint64_t m = 0;
    std::uint64_t mNew = 0;
    double expected = 0;
    std::string study; ///< canonical JSON of the run that registered it
};

/// Of each family what chance alone gives comes from its first finished run: running it again asks nothing
/// new.
Result<std::vector<AskedFamily>> askedAfter(const Catalog &catalog, Instant since)
{
    return readRows<AskedFamily>(
        catalog,
        "SELECT f.family_id, m, m_new, coalesce((SELECT expected_false FROM runs d WHERE d.family_id = "
        "f.family_id AND status = 'done' ORDER BY started_at, run LIMIT 1), 0.0), coalesce(r.study, '') "
        "FROM families f LEFT JOIN runs r ON r.run = f.run WHERE ?1 IS NULL OR f.registered_at > ?1 ORDER BY "
        "f.position",
        [since](Statement &select) { bindInstant(select, 1, since); },
        [](const Statement &row) {
            return AskedFamily{hashOf(row, 0), static_cast<std::uint64_t>(row.integer(1)),
                               static_cast<std::uint64_t>(row.integer(2)), row.number(3),
                               std::string(row.text(4))};
        });
}

Result<std::vector<Sha256>> familiesOf(const Catalog &catalog, std::string_view sql, Instant since)
{
    return readRows<Sha256>(
        catalog, sql, [since](Statement &select) { bindInstant(select, 1, since); },
        [](const Statement &row) { return hashOf(row, 0); });
}

/// The family in which each hypothesis of a tier was given it first.
Result<std::vector<Sha256>> foundAfter(const Catalog &catalog, const std::string &tier, Instant since)
{
    // the tier stands in the text, so that its own index serves; the other columns are of the row of the
    // minimum
    return familiesOf(catalog,
                      "SELECT family_id, min(position) FROM trials WHERE tier = '" + tier +
                          "' GROUP BY hypothesis_id HAVING ?1 IS NULL OR recorded_at > ?1",
                      since);
}

std::string nameOf(const std::string &study)
{
    const auto json = base::parseJson(study);
    return json.ok() ? base::utf8(json->toObject().value(QStringLiteral("name")).toString()) : std::string();
}

using Summaries = std::map<std::string, LedgerSummary>;

/// Counts by a word that each family is given.
Result<Summaries> countBy(const Catalog &catalog, Instant since,
                          const std::function<std::string(const AskedFamily &)> &word)
{
    const auto asked = askedAfter(catalog, Instant());
    const auto significant = foundAfter(catalog, "significant", since);
    const auto candidates = foundAfter(catalog, "candidate", since);
    const auto runs =
        familiesOf(catalog, "SELECT family_id FROM runs WHERE ?1 IS NULL OR started_at > ?1", since);
    const auto unseals =
        familiesOf(catalog, "SELECT family_id FROM unseals WHERE ?1 IS NULL OR opened_at > ?1", since);
    const auto registered = askedAfter(catalog, since);
    for (const auto *rows : {&significant, &candidates, &runs, &unseals}) {
        if (!rows->ok())
            return rows->error();
    }
    for (const auto *rows : {&asked, &registered}) {
        if (!rows->ok())
            return rows->error();
    }
    std::map<Sha256, std::string> words;
    for (const AskedFamily &family : *asked)
        words.emplace(family.family, word(family));
    Summaries out;
    for (const AskedFamily &family : *registered) {
        LedgerSummary &counts = out[words[family.family]];
        ++counts.families;
        counts.questions += family.mNew;
        counts.asked += family.m;
        // only what was never asked before can be found by chance now
        if (family.m > 0)
            counts.expectedFalse +=
                family.expected * static_cast<double>(family.mNew) / static_cast<double>(family.m);
    }
    const auto add = [&](const std::vector<Sha256> &families, std::uint64_t LedgerSummary::*count) {
        for (const Sha256 &family : families)
            ++(out[words[family]].*count);
    };
    add(*significant, &LedgerSummary::significant);
    add(*candidates, &LedgerSummary::candidates);
    add(*runs, &LedgerSummary::runs);
    add(*unseals, &LedgerSummary::opened);
    return out;
}

} // namespace

Result<LedgerSummary> Ledger::summary() const
{
    return summary(Instant());
}

Result<LedgerSummary> Ledger::summary(Instant since) const
{
    const auto counts = countBy(m_catalog, since, [](const AskedFamily &) { return std::string(); });
    if (!counts.ok())
        return counts.error();
    LedgerSummary out = counts->empty() ? LedgerSummary{} : counts->begin()->second;
    const auto walked = readRows<std::uint64_t>(
        m_catalog, "SELECT questions FROM walks WHERE ?1 IS NULL OR recorded_at > ?1",
        [since](Statement &select) { bindInstant(select, 1, since); },
        [](const Statement &row) { return static_cast<std::uint64_t>(row.integer(0)); });
    if (!walked.ok())
        return walked.error();
    out.walks = walked->size();
    for (const std::uint64_t questions : *walked)
        out.walked += questions;
    return out;
}

Result<std::vector<StudyQuestions>> Ledger::questionsByStudy() const
{
    const auto counts =
        countBy(m_catalog, Instant(), [](const AskedFamily &family) { return nameOf(family.study); });
    if (!counts.ok())
        return counts.error();
    std::vector<StudyQuestions> out;
    for (const auto &[study, one] : *counts)
        out.push_back({study, one});
    std::ranges::stable_sort(out, std::ranges::greater(),
                             [](const StudyQuestions &one) { return one.counts.questions; });
    return out;
}

Result<std::uint64_t> Ledger::foundEver() const
{
    const auto rows = readRows<std::uint64_t>(
        m_catalog,
        "SELECT count(*) FROM (SELECT hypothesis_id FROM trials WHERE tier = 'significant' UNION SELECT "
        "hypothesis_id FROM trials WHERE tier = 'candidate')",
        [](Statement &) {}, [](const Statement &row) { return static_cast<std::uint64_t>(row.integer(0)); });
    if (!rows.ok())
        return rows.error();
    return rows->front();
}

Result<std::map<Sha256, std::uint64_t>> Ledger::validatedByFamily() const
{
    using Count = std::pair<Sha256, std::uint64_t>;
    const auto rows = readRows<Count>(
        m_catalog,
        "SELECT t.family_id, count(DISTINCT t.hypothesis_id) FROM relationships r JOIN trials t ON "
        "t.hypothesis_id = r.hypothesis_id WHERE r.validated_at IS NOT NULL AND t.tier IN ('significant', "
        "'candidate') GROUP BY t.family_id",
        [](Statement &) {},
        [](const Statement &row) {
            return Count{hashOf(row, 0), static_cast<std::uint64_t>(row.integer(1))};
        });
    if (!rows.ok())
        return rows.error();
    return std::map<Sha256, std::uint64_t>(rows->begin(), rows->end());
}

} // namespace core::store
