// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/companynames.h"

#include "core/domain/instrument.h"
#include "core/store/sqlite.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace core::store {

using base::Instant;
using base::Result;
using domain::CompanyName;
using domain::HeldName;
using domain::NameBasis;
using domain::NameKind;

namespace {

constexpr std::array kKinds{"ticker", "name", "sic"};
constexpr std::array kBases{"filed", "listed", "stated"};
constexpr std::size_t kLongest = 1000;
/// What is said again is stored again after so long, so that one can tell what is told still from what is
/// stale.
constexpr base::Duration kSaidAgain = std::chrono::days(365);
constexpr base::Duration kStale = 2 * kSaidAgain;
/// A ticker is not renamed more often; a circle of renames ends there.
constexpr int kMostRenames = 8;

const char *wordOf(NameKind kind)
{
    return kKinds[static_cast<std::size_t>(kind)];
}

template <typename Enum, std::size_t N>
Enum parsed(const std::array<const char *, N> &words, std::string_view word)
{
    const auto found = std::ranges::find(words, word, [](const char *one) { return std::string_view(one); });
    return static_cast<Enum>(found == words.end() ? 0 : found - words.begin());
}

bool isCompany(std::string_view text)
{
    return text.size() == 10 && domain::cikOf(text) == std::string(text);
}

/// The part of a name's row that later ones are compared with.
struct Told {
    std::string key;
    NameBasis basis = NameBasis::Filed;
    Instant at;
    bool ends = false;
};

class Writer final
{
public:
    explicit Writer(WriteTransaction &transaction)
        : m_transaction(transaction)
        , m_database(transaction.database())
    {}

    Result<std::uint64_t> write(std::span<const CompanyName> names)
    {
        std::map<std::tuple<std::string, NameKind, std::string, Instant>, Whole> wholes;
        for (const CompanyName &name : names) {
            if (!isCompany(name.company) || !name.at.isValid() || !name.knownAt.isValid())
                continue;
            const std::string key = keyOf(name.kind, name.value);
            if (name.isAll)
                wholes.try_emplace({name.company, name.kind, name.source, name.at}, Whole{name, {}})
                    .first->second.keys.insert(key);
            if (key.empty() || name.value.size() > kLongest)
                continue;
            if (auto added = add(name, key); !added)
                return added.error();
        }
        for (const auto &[list, whole] : wholes) {
            if (auto ended = endOthers(whole); !ended)
                return ended.error();
        }
        return m_added;
    }

private:
    /// All that a company has of a kind.
    struct Whole {
        const CompanyName &any;
        std::set<std::string> keys;
    };

    Result<void> add(const CompanyName &name, const std::string &key)
    {
        if (name.ends || name.basis == NameBasis::Stated) {
            const auto isThere = isTold(name, key);
            if (!isThere)
                return isThere.error();
            if (*isThere)
                return {};
        } else {
            const auto last = lastTold(name, key);
            if (!last)
                return last.error();
            if (*last && !(*last)->ends && (*last)->key == key && (*last)->basis >= name.basis &&
                name.at - (*last)->at < kSaidAgain)
                return {};
        }
        const std::uint64_t before = m_added;
        if (auto inserted = insert(name, key); !inserted)
            return inserted;
        const bool isGiven = name.kind == NameKind::Ticker && name.basis == NameBasis::Listed && !name.ends;
        return isGiven && m_added > before ? takeFromOthers(name, key) : Result<void>();
    }

    Result<void> insert(const CompanyName &name, const std::string &key)
    {
        if (m_seq == 0) {
            const auto seq = m_transaction.nextSeq();
            if (!seq)
                return seq.error();
            m_seq = *seq;
        }
        auto statement = m_database.prepare(
            "INSERT OR IGNORE INTO instrument_names (company, kind, key, value, at, known_at, ends, basis, "
            "source, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        if (!statement)
            return statement.error();
        statement->bind(1, name.company).bind(2, wordOf(name.kind)).bind(3, key).bind(4, name.value);
        statement->bind(5, name.at.micros()).bind(6, name.knownAt.micros()).bind(7, name.ends ? 1 : 0);
        statement->bind(8, kBases[static_cast<std::size_t>(name.basis)]).bind(9, name.source).bind(10, m_seq);
        if (auto done = statement->run(); !done)
            return done;
        m_added += static_cast<std::uint64_t>(m_database.changes());
        return {};
    }

    Result<bool> isTold(const CompanyName &name, const std::string &key)
    {
        auto query =
            m_database.prepare("SELECT 1 FROM instrument_names WHERE company = ? AND kind = ? AND key = ? "
                               "AND at = ? AND known_at = ? AND source = ? AND ends = ?");
        if (!query)
            return query.error();
        query->bind(1, name.company).bind(2, wordOf(name.kind)).bind(3, key).bind(4, name.at.micros());
        return query->bind(5, name.knownAt.micros()).bind(6, name.source).bind(7, name.ends ? 1 : 0).step();
    }

    /// What the source told of it last: of this ticker, or of any name or industry, of which a company has
    /// one.
    Result<std::optional<Told>> lastTold(const CompanyName &name, const std::string &key)
    {
        const bool isTicker = name.kind == NameKind::Ticker;
        auto query = m_database.prepare(
            isTicker ? "SELECT key, basis, at, ends FROM instrument_names WHERE company = ? AND kind = ? AND "
                       "source = ? AND at <= ? AND known_at <= ? AND key = ? "
                       "ORDER BY at DESC, known_at DESC, ends, seq DESC LIMIT 1"
                     : "SELECT key, basis, at, ends FROM instrument_names WHERE company = ? AND kind = ? AND "
                       "source = ? AND at <= ? AND known_at <= ? AND ends = 0 "
                       "ORDER BY at DESC, known_at DESC, seq DESC LIMIT 1");
        if (!query)
            return query.error();
        query->bind(1, name.company).bind(2, wordOf(name.kind)).bind(3, name.source);
        query->bind(4, name.at.micros()).bind(5, name.knownAt.micros());
        if (isTicker)
            query->bind(6, key);
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return std::optional<Told>();
        return std::optional(Told{std::string(query->text(0)), parsed<NameBasis>(kBases, query->text(1)),
                                  Instant(query->integer(2)), query->integer(3) != 0});
    }

    /// A table gives a ticker to one company at a time.
    Result<void> takeFromOthers(const CompanyName &name, const std::string &key)
    {
        auto query =
            m_database.prepare("SELECT DISTINCT company FROM instrument_names WHERE key = ? AND kind = "
                               "'ticker' AND source = ? AND company <> ? AND at < ?");
        if (!query)
            return query.error();
        query->bind(1, key).bind(2, name.source).bind(3, name.company).bind(4, name.at.micros());
        std::vector<std::string> others;
        for (;;) {
            const auto row = query->step();
            if (!row)
                return row.error();
            if (!*row)
                break;
            others.emplace_back(query->text(0));
        }
        for (std::string &other : others) {
            CompanyName end = name;
            end.company = std::move(other);
            if (auto ended = endIfHeld(end, key); !ended)
                return ended;
        }
        return {};
    }

    /// Ends what the company has of a kind by this source, but for what the list holds.
    Result<void> endOthers(const Whole &whole)
    {
        auto query =
            m_database.prepare("SELECT DISTINCT key FROM instrument_names WHERE company = ? AND kind = "
                               "? AND source = ? AND at < ?");
        if (!query)
            return query.error();
        query->bind(1, whole.any.company).bind(2, wordOf(whole.any.kind)).bind(3, whole.any.source);
        query->bind(4, whole.any.at.micros());
        std::vector<std::string> gone;
        for (;;) {
            const auto row = query->step();
            if (!row)
                return row.error();
            if (!*row)
                break;
            if (!whole.keys.contains(std::string(query->text(0))))
                gone.emplace_back(query->text(0));
        }
        for (const std::string &key : gone) {
            CompanyName end = whole.any;
            if (auto ended = endIfHeld(end, key); !ended)
                return ended;
        }
        return {};
    }

    Result<void> endIfHeld(CompanyName &end, const std::string &key)
    {
        const auto last = lastTold(end, key);
        if (!last)
            return last.error();
        if (!*last || (*last)->ends)
            return {};
        end.ends = true;
        end.value = key;
        return insert(end, key);
    }

    WriteTransaction &m_transaction;
    Database &m_database;
    std::uint64_t m_seq = 0; ///< taken when there is something to store
    std::uint64_t m_added = 0;
};

/// One question about the past; every row it reads was known by then.
class NameQuestion final
{
public:
    NameQuestion(Database &database, Instant at, std::optional<std::uint64_t> snapshot)
        : m_database(database)
        , m_at(at.isValid() ? at.micros() : kEver)
        , m_snapshot(snapshot ? static_cast<std::int64_t>(*snapshot) : kEver)
    {}

    /// The stretches of a company, by what it was told itself.
    Result<std::vector<HeldName>> own(const std::string &company)
    {
        auto query = m_database.prepare(
            "SELECT kind, basis, value, at, known_at, ends, source, seq FROM instrument_names WHERE company "
            "= ? "
            "AND at <= ? AND known_at <= ? AND seq <= ? ORDER BY at, known_at, ends DESC, seq");
        if (!query)
            return query.error();
        query->bind(1, company).bind(2, m_at).bind(3, m_at).bind(4, m_snapshot);
        std::vector<CompanyName> changes;
        for (;;) {
            const auto row = query->step();
            if (!row)
                return row.error();
            if (!*row)
                return domain::heldNames(std::move(changes));
            CompanyName &change = changes.emplace_back();
            change.company = company;
            change.kind = parsed<NameKind>(kKinds, query->text(0));
            change.basis = parsed<NameBasis>(kBases, query->text(1));
            change.value = query->text(2);
            change.at = Instant(query->integer(3));
            change.knownAt = Instant(query->integer(4));
            change.ends = query->integer(5) != 0;
            change.source = query->text(6);
            change.seq = static_cast<std::uint64_t>(query->integer(7));
        }
    }

    /// The same with what follows from renames of its tickers.
    Result<std::vector<HeldName>> all(const std::string &company)
    {
        auto held = own(company);
        if (!held)
            return held;
        std::vector<HeldName> &names = *held;
        for (std::size_t i = 0, renames = 0; i < names.size() && renames < kMostRenames; ++i) {
            if (names[i].kind != NameKind::Ticker)
                continue;
            const auto rename = renameOf(names[i]);
            if (!rename)
                return rename.error();
            if (!*rename)
                continue;
            const auto isOthers = belongsToOther((*rename)->value, company);
            if (!isOthers)
                return isOthers.error();
            if (*isOthers)
                continue; // a rename that joins two companies is none
            ++renames;
            names[i].until = (*rename)->from;
            const std::string key = keyOf(NameKind::Ticker, (*rename)->value);
            const bool isThere = std::ranges::any_of(names, [&](const HeldName &one) {
                return one.kind == NameKind::Ticker && keyOf(one.kind, one.value) == key && one.isHeld();
            });
            if (!isThere)
                names.push_back(std::move(**rename));
        }
        return held;
    }

    /// Companies that had something to do with a key by then.
    Result<std::set<std::string>> companiesOf(NameKind kind, const std::string &key)
    {
        std::set<std::string> out;
        auto query =
            m_database.prepare("SELECT DISTINCT company FROM instrument_names WHERE key = ? AND kind = ? "
                               "AND at <= ? AND known_at <= ? AND seq <= ?");
        if (!query)
            return query.error();
        query->bind(1, key).bind(2, wordOf(kind)).bind(3, m_at).bind(4, m_at).bind(5, m_snapshot);
        for (;;) {
            const auto row = query->step();
            if (!row)
                return row.error();
            if (!*row)
                return out;
            out.emplace(query->text(0));
        }
    }

    /// The tickers that were renamed to this one, and those before them.
    Result<std::vector<std::string>> predecessors(const std::string &ticker)
    {
        std::vector<std::string> out;
        std::vector<std::string> next{ticker};
        for (int turn = 0; turn < kMostRenames && !next.empty(); ++turn) {
            std::vector<std::string> before;
            for (const std::string &successor : next) {
                auto query = m_database.prepare("SELECT DISTINCT symbol FROM actions WHERE successor = ? AND "
                                                "successor <> '' AND kind = ? AND "
                                                "effective <= ? AND known_at <= ? AND seq <= ?");
                if (!query)
                    return query.error();
                query->bind(1, successor).bind(2, static_cast<int>(domain::ActionKind::Rename));
                query->bind(3, m_at).bind(4, m_at).bind(5, m_snapshot);
                for (;;) {
                    const auto row = query->step();
                    if (!row)
                        return row.error();
                    if (!*row)
                        break;
                    before.emplace_back(query->text(0));
                }
            }
            out.insert(out.end(), before.begin(), before.end());
            next = std::move(before);
        }
        return out;
    }

    [[nodiscard]] Instant at() const { return Instant(m_at); }

private:
    /// What a ticker became while the company had it.
    Result<std::optional<HeldName>> renameOf(const HeldName &ticker)
    {
        auto query =
            m_database.prepare("SELECT successor, effective, source FROM actions WHERE symbol = ? AND kind = "
                               "? AND effective <= ? "
                               "AND known_at <= ? AND seq <= ? AND effective >= ? AND effective <= ? "
                               "ORDER BY effective, known_at DESC, seq DESC LIMIT 1");
        if (!query)
            return query.error();
        query->bind(1, ticker.value).bind(2, static_cast<int>(domain::ActionKind::Rename));
        query->bind(3, m_at).bind(4, m_at).bind(5, m_snapshot);
        query->bind(6,
                    ticker.from.isValid() ? ticker.from.micros() : std::numeric_limits<std::int64_t>::min());
        query->bind(7, ticker.until.isValid() ? ticker.until.micros() : kEver);
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row || query->text(0).empty())
            return std::optional<HeldName>();
        const Instant effective(query->integer(1));
        return std::optional(HeldName{NameKind::Ticker, NameBasis::Stated, std::string(query->text(0)),
                                      effective, Instant(), effective, std::string(query->text(2)), true});
    }

    Result<bool> belongsToOther(const std::string &ticker, const std::string &company)
    {
        const std::string key = keyOf(NameKind::Ticker, ticker);
        const auto companies = companiesOf(NameKind::Ticker, key);
        if (!companies)
            return companies.error();
        for (const std::string &other : *companies) {
            if (other == company)
                continue;
            const auto held = own(other);
            if (!held)
                return held.error();
            for (const HeldName &one : *held) {
                if (one.kind == NameKind::Ticker && one.isHeld() && keyOf(one.kind, one.value) == key)
                    return true;
            }
        }
        return false;
    }

    Database &m_database;
    std::int64_t m_at;
    std::int64_t m_snapshot;
};

/// Of companies that have a ticker by what is known, those that can be believed.
void believe(std::vector<Meaning> &meanings)
{
    const auto isTicker = [](const Meaning &one) { return one.how == Meaning::How::Ticker; };
    Instant newest;
    for (const Meaning &one : meanings) {
        if (isTicker(one))
            newest = std::max(newest, one.name.seen);
    }
    std::erase_if(meanings,
                  [&](const Meaning &one) { return isTicker(one) && newest - one.name.seen > kStale; });
    const bool isKnownWell = std::ranges::any_of(
        meanings, [&](const Meaning &one) { return isTicker(one) && one.name.basis != NameBasis::Filed; });
    std::erase_if(meanings, [&](const Meaning &one) {
        return isKnownWell && isTicker(one) && one.name.basis == NameBasis::Filed;
    });
}

} // namespace

Result<std::uint64_t> storeNames(WriteTransaction &transaction, std::span<const CompanyName> names)
{
    return Writer(transaction).write(names);
}

Result<std::vector<Meaning>> CompanyNames::meanings(std::string_view text, Instant at,
                                                    std::optional<std::uint64_t> snapshot) const
{
    const auto reader = m_catalog.reader();
    if (!reader)
        return reader.error();
    NameQuestion asked(**reader, at, snapshot);
    const std::string ticker = keyOf(NameKind::Ticker, text);
    const std::string name = keyOf(NameKind::Name, text);
    const auto cik = domain::cikOf(text);
    std::set<std::string> companies;
    if (cik)
        companies.insert(*cik);
    const auto gather = [&](NameKind kind, const std::string &key) -> Result<void> {
        if (key.empty() || key.size() > kLongest)
            return {};
        auto found = asked.companiesOf(kind, key);
        if (!found)
            return found.error();
        companies.merge(*found);
        return {};
    };
    auto done = gather(NameKind::Ticker, ticker);
    if (done)
        done = gather(NameKind::Name, name);
    if (!done)
        return done.error();
    const auto before = asked.predecessors(ticker);
    if (!before)
        return before.error();
    for (const std::string &one : *before) {
        if (done = gather(NameKind::Ticker, keyOf(NameKind::Ticker, one)); !done)
            return done.error();
    }

    std::vector<Meaning> now, once;
    for (const std::string &company : companies) {
        const auto names = asked.all(company);
        if (!names)
            return names.error();
        if (company == cik && !names->empty()) {
            now.push_back({company, Meaning::How::Cik, {}});
            continue;
        }
        const HeldName *best = nullptr;
        for (const HeldName &one : *names) {
            const bool isIt = (one.kind == NameKind::Ticker && keyOf(one.kind, one.value) == ticker) ||
                              (one.kind == NameKind::Name && keyOf(one.kind, one.value) == name);
            // what it has before what it had, tickers before names, the newer before the older
            if (isIt && (best == nullptr || std::tuple(one.isHeld(), best->kind, one.seen) >=
                                                std::tuple(best->isHeld(), one.kind, best->seen)))
                best = &one;
        }
        if (best == nullptr)
            continue;
        const bool isTicker = best->kind == NameKind::Ticker;
        if (best->isHeld())
            now.push_back({company, isTicker ? Meaning::How::Ticker : Meaning::How::Name, *best});
        else
            once.push_back(
                {company, isTicker ? Meaning::How::FormerTicker : Meaning::How::FormerName, *best});
    }
    believe(now);
    return now.empty() ? once : now;
}

Result<std::vector<HeldName>> CompanyNames::names(std::string_view company, Instant at,
                                                  std::optional<std::uint64_t> snapshot) const
{
    const auto reader = m_catalog.reader();
    if (!reader)
        return reader.error();
    auto names = NameQuestion(**reader, at, snapshot).all(std::string(company));
    if (names) {
        std::ranges::stable_sort(*names, [](const HeldName &a, const HeldName &b) {
            return std::tuple(a.kind, a.from) < std::tuple(b.kind, b.from);
        });
    }
    return names;
}

Result<std::vector<std::string>> CompanyNames::tickers(const std::string &company, Instant at,
                                                       std::optional<std::uint64_t> snapshot) const
{
    const auto held = names(company, at, snapshot);
    if (!held)
        return held.error();
    std::set<std::string> out;
    for (const HeldName &one : *held) {
        if (one.kind == NameKind::Ticker && one.isHeld())
            out.insert(one.value);
    }
    return std::vector<std::string>(out.begin(), out.end());
}

const HeldName *nameInForce(std::span<const HeldName> names, NameKind kind)
{
    const HeldName *best = nullptr;
    for (const HeldName &one : names) {
        if (one.kind == kind && one.isHeld() && (best == nullptr || one.seen >= best->seen))
            best = &one;
    }
    return best;
}

} // namespace core::store
