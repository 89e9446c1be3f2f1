// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/watchlists.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/files.h"
#include "core/workbench/companynames.h"

#include <QStringDecoder>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <system_error>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using base::utf8;
using store::Watchlist;

namespace {

constexpr qsizetype kLongestListName = 80;
constexpr qsizetype kLongestSymbol = 64;
constexpr std::uintmax_t kLargestFile = 1'000'000;

/// Why a text cannot be a name or a symbol; empty when it can. What cannot be seen would make two that look
/// alike.
QString faultOf(const QString &text, qsizetype longest)
{
    if (text.isEmpty())
        return ::core::base::Tr::tr("it is empty");
    if (text.size() > longest)
        return ::core::base::Tr::tr("it is longer than %1 characters").arg(longest);
    const bool isVisible = std::ranges::all_of(text, [](QChar c) {
        return c.isPrint() && c.category() != QChar::Other_Format && c != QChar::ReplacementCharacter;
    });
    return isVisible ? QString() : ::core::base::Tr::tr("it holds characters that cannot be seen");
}

Result<std::string> asName(const std::string &name)
{
    const QString text = qs(name).trimmed();
    const QString fault = faultOf(text, kLongestListName);
    if (!fault.isEmpty())
        return Error{ErrorCode::BadInput, Tr::tr("This cannot be a watchlist's name: %1.").arg(fault)};
    return utf8(text);
}

Result<std::vector<std::string>> asSymbols(std::span<const std::string> symbols)
{
    std::vector<std::string> out;
    for (const std::string &symbol : symbols) {
        const QString text = qs(symbol).trimmed();
        const QString fault = faultOf(text, kLongestSymbol);
        if (!fault.isEmpty())
            return Error{ErrorCode::BadInput,
                         Tr::tr("“%1” cannot be a symbol: %2.").arg(text.left(kLongestSymbol), fault)};
        out.push_back(utf8(text));
    }
    return out;
}

/// One write transaction round `work`; its value is given when it has been committed.
template <typename T>
Result<T> written(const Workbench &bench, const std::function<Result<T>(store::WriteTransaction &)> &work)
{
    auto transaction = bench.workspace().catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    Result<T> done = work(*transaction);
    if (!done)
        return done;
    auto committed = transaction->commit();
    if (!committed)
        return committed.error();
    return done;
}

} // namespace

Result<std::vector<Watchlist>> watchlistsOf(const Workbench &bench)
{
    const auto reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    return store::allWatchlists(**reader);
}

Result<std::vector<std::string>> watchlistSymbols(const Workbench &bench, const std::string &name)
{
    const auto reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    auto found = store::findWatchlist(**reader, utf8(qs(name).trimmed()));
    if (!found)
        return found.error();
    if (*found)
        return std::move((*found)->symbols);
    const auto all = store::allWatchlists(**reader);
    if (!all)
        return all.error();
    QStringList names;
    for (const Watchlist &one : *all)
        names.append(qs(one.name));
    return Error{ErrorCode::NotFound,
                 names.isEmpty()
                     ? Tr::tr("There is no watchlist “%1” in this workspace, which has none.").arg(qs(name))
                     : Tr::tr("There is no watchlist “%1” in this workspace; there are %2.")
                           .arg(qs(name), names.join(QStringLiteral(", ")))};
}

Result<void> createWatchlist(const Workbench &bench, const std::string &name,
                             std::span<const std::string> symbols)
{
    const auto plain = asName(name);
    if (!plain)
        return plain.error();
    const auto checked = asSymbols(symbols);
    if (!checked)
        return checked.error();
    return written<void>(bench, [&](store::WriteTransaction &transaction) -> Result<void> {
        auto made = store::createWatchlist(transaction, *plain);
        if (!made)
            return made;
        auto added = store::addSymbols(transaction, *plain, *checked);
        return added ? Result<void>() : added.error();
    });
}

Result<void> renameWatchlist(const Workbench &bench, const std::string &name, const std::string &newName)
{
    const auto plain = asName(newName);
    if (!plain)
        return plain.error();
    return written<void>(bench, [&](store::WriteTransaction &transaction) {
        return store::renameWatchlist(transaction, name, *plain);
    });
}

Result<void> removeWatchlist(const Workbench &bench, const std::string &name)
{
    return written<void>(bench, [&](store::WriteTransaction &transaction) {
        return store::removeWatchlist(transaction, name);
    });
}

Result<std::uint64_t> addToWatchlist(const Workbench &bench, const std::string &name,
                                     std::span<const std::string> symbols)
{
    const auto checked = asSymbols(symbols);
    if (!checked)
        return checked.error();
    return written<std::uint64_t>(bench, [&](store::WriteTransaction &transaction) {
        return store::addSymbols(transaction, name, *checked);
    });
}

Result<std::uint64_t> removeFromWatchlist(const Workbench &bench, const std::string &name,
                                          std::span<const std::string> symbols)
{
    return written<std::uint64_t>(bench, [&](store::WriteTransaction &transaction) {
        return store::removeSymbols(transaction, name, symbols);
    });
}

Result<WatchlistImport> importWatchlist(const Workbench &bench, const std::string &name,
                                        const std::filesystem::path &file)
{
    const auto plain = asName(name);
    if (!plain)
        return plain.error();
    std::error_code failure;
    const QString shown = qs(file.filename().string());
    if (std::filesystem::file_size(file, failure) > kLargestFile && !failure)
        return Error{ErrorCode::BadInput,
                     Tr::tr("%1 is larger than 1 MB; a watchlist is a short list of symbols.").arg(shown)};
    const auto text = store::readSmallFile(file);
    if (!text)
        return text.error();
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString content = decoder(QByteArrayView(text->data(), static_cast<qsizetype>(text->size())));
    if (decoder.hasError())
        return Error{ErrorCode::BadInput,
                     Tr::tr("%1 is not a text file in UTF-8; save it as a list of symbols.").arg(shown)};
    WatchlistImport report;
    std::vector<std::string> symbols;
    std::uint64_t line = 0;
    for (QString one : content.split(QLatin1Char('\n'))) {
        ++line;
        one = one.section(QLatin1Char('#'), 0, 0).trimmed();
        const bool isHeader = line == 1 && (one.compare(u"symbol", Qt::CaseInsensitive) == 0 ||
                                            one.compare(u"ticker", Qt::CaseInsensitive) == 0);
        if (one.isEmpty() || isHeader)
            continue;
        const QString fault = faultOf(one, kLongestSymbol);
        if (fault.isEmpty())
            symbols.push_back(utf8(one));
        else
            report.refused.emplace_back(line, fault);
    }
    if (symbols.empty())
        return Error{ErrorCode::BadInput,
                     Tr::tr("%1 names no symbol; write one a line, for example XLE.").arg(shown)};
    const auto added =
        written<std::uint64_t>(bench, [&](store::WriteTransaction &transaction) -> Result<std::uint64_t> {
            const auto there = store::findWatchlist(transaction.database(), *plain);
            if (!there)
                return there.error();
            if (!*there) {
                const auto made = store::createWatchlist(transaction, *plain);
                if (!made)
                    return made.error();
            }
            return store::addSymbols(transaction, *plain, symbols);
        });
    if (!added)
        return added.error();
    report.added = *added;
    report.already = symbols.size() - *added;
    const auto names = nameReader(bench);
    const auto withBars = bench.bars().symbols("1d");
    if (!withBars)
        return withBars.error();
    for (const std::string &symbol : symbols) {
        // a spelling that can be several has bars; the study that uses the list says that one must be named
        const auto meant = domain::findSymbol(symbol, *withBars, names.get(), {}, {});
        if (meant && !*meant && std::ranges::find(report.withoutBars, symbol) == report.withoutBars.end())
            report.withoutBars.push_back(symbol);
    }
    return report;
}

} // namespace core::workbench
