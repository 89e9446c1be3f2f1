// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/links.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/links.h"
#include "core/workbench/companynames.h"

#include <QJsonObject>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using sources::LinkBook;
using sources::Links;

namespace {

/// SIC codes by symbol, as the providers of the instruments told them.
std::map<std::string, std::string> industriesOf(const std::vector<domain::Instrument> &instruments)
{
    std::map<std::string, std::string> out;
    for (const domain::Instrument &one : instruments) {
        if (one.metadata.find("\"sic\"") == std::string::npos)
            continue;
        const auto metadata = base::parseJson(one.metadata);
        const QString code =
            metadata ? metadata->toObject().value(QStringLiteral("sic")).toString() : QString();
        if (!code.isEmpty())
            out.emplace(one.symbol, base::utf8(code));
    }
    return out;
}

class WorkspaceLinks final : public domain::LinkReader
{
public:
    explicit WorkspaceLinks(const Workbench &bench)
        : m_bench(bench)
    {}

    Result<std::string> inForce(const std::vector<std::string> &assets) const override
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_now) {
            auto book = linksOf(m_bench);
            if (!book)
                return book.error();
            if (!book->faults.empty())
                return Error{ErrorCode::BadInput, book->faults.front()};
            m_now = std::move(book->links);
        }
        Links links = *m_now;
        links.keepIndustriesOf(assets);
        const std::string set = links.hash();
        m_sets.try_emplace(set, std::move(links));
        return set;
    }

    Result<void> keep(const std::string &set) const override
    {
        const std::scoped_lock lock(m_mutex);
        const auto reader = m_bench.workspace().catalog().reader();
        if (!reader)
            return reader.error();
        const auto kept = store::findLinks(**reader, set);
        if (!kept)
            return kept.error();
        if (*kept)
            return {};
        const auto found = m_sets.find(set);
        if (found == m_sets.end())
            return unknown(set);
        auto transaction = m_bench.workspace().catalog().beginWrite();
        if (!transaction)
            return transaction.error();
        if (auto done = store::keepLinks(*transaction, set, found->second.canonical(), m_bench.clock().now());
            !done)
            return done;
        const auto committed = transaction->commit();
        return committed ? Result<void>() : Result<void>(committed.error());
    }

    Result<std::vector<std::string>> symbols(const std::string &set, const std::string &source,
                                             const std::string &entity) const override
    {
        const std::scoped_lock lock(m_mutex);
        auto found = m_sets.find(set);
        if (found == m_sets.end()) {
            auto read = stored(set);
            if (!read)
                return read.error();
            found = m_sets.emplace(set, std::move(*read)).first;
        }
        std::vector<std::string> out;
        for (sources::Link &link : found->second.of(source, entity))
            out.push_back(std::move(link.symbol));
        std::ranges::sort(out);
        return out;
    }

private:
    static Error unknown(const std::string &set)
    {
        return {
            ErrorCode::NotFound,
            Tr::tr("This workspace keeps no links %1…, which the study asks by; take the key “links” out of "
                   "it to ask by those in force now.")
                .arg(qs(set.substr(0, 12)))};
    }

    [[nodiscard]] Result<Links> stored(const std::string &set) const
    {
        const auto reader = m_bench.workspace().catalog().reader();
        if (!reader)
            return reader.error();
        const auto content = store::findLinks(**reader, set);
        if (!content)
            return content.error();
        if (!*content)
            return unknown(set);
        auto links = Links::parse(Tr::tr("The links of the run"), **content);
        if (links && links->hash() != set)
            return Error{ErrorCode::Corrupt,
                         Tr::tr("The links %1… that a run asked by are damaged.").arg(qs(set.substr(0, 12)))};
        return links;
    }

    const Workbench &m_bench;
    mutable std::mutex m_mutex;         ///< guards the two below
    mutable std::optional<Links> m_now; ///< read once, so that one run sees one state of the files
    mutable std::map<std::string, Links> m_sets;
};

} // namespace

Result<LinkBook> linksOf(const Workbench &bench)
{
    LinkBook book = LinkBook::load(bench.folder() / "links");
    const auto instruments = bench.bars().instruments();
    if (!instruments)
        return instruments.error();
    book.links.addIndustries(industriesOf(*instruments));
    return book;
}

std::shared_ptr<const domain::LinkReader> linkReader(const Workbench &bench)
{
    return std::make_shared<WorkspaceLinks>(bench);
}

Result<std::vector<Touched>> touchedBy(const Workbench &bench, const std::string &source,
                                       const std::string &entity)
{
    const auto book = linksOf(bench);
    if (!book)
        return book.error();
    const auto withBars = bench.bars().symbols("1d");
    if (!withBars)
        return withBars.error();
    std::vector<sources::Link> links;
    if (const auto cik = entity.starts_with("CIK:") ? domain::cikOf(entity) : std::nullopt) {
        const auto tickers = nameReader(bench)->tickers(*cik, {}, {});
        if (!tickers)
            return tickers.error();
        for (const std::string &ticker : *tickers)
            std::ranges::move(book->links.of(source, ticker), std::back_inserter(links));
    }
    if (links.empty()) // a CIK of which no ticker is known stands for itself
        links = book->links.of(source, entity);
    std::vector<Touched> out;
    for (sources::Link &link : links) {
        const auto isSame = [spellings = sources::shareClassSpellings(link.symbol)](const Touched &one) {
            return std::ranges::find(spellings, one.link.symbol) != spellings.end();
        };
        if (std::ranges::any_of(out, isSame)) // BRK-B and BRK.B are one
            continue;
        const auto instrument = bench.bars().instrument(link.symbol);
        if (!instrument)
            return instrument.error();
        const auto spelled = domain::findSymbol(link.symbol, *withBars, nullptr, {}, {});
        if (spelled && *spelled)
            link.symbol = **spelled; // BRK-B for BRK.B
        const bool hasBars = spelled && spelled->has_value();
        out.push_back({std::move(link), *instrument ? (*instrument)->name : std::string(), hasBars});
    }
    std::ranges::stable_partition(out, [](const Touched &one) { return one.hasBars; });
    return out;
}

} // namespace core::workbench
