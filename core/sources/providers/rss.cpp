// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any feed that the user adds: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0. Broken feeds and undeclared encodings
// are normal; what can be read becomes articles, what cannot is said.
#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/charset.h"
#include "core/sources/feed.h"
#include "core/sources/feedtime.h"
#include "core/sources/harvest.h"
#include "core/sources/loosexml.h"
#include "core/sources/providers/all.h"

#include <algorithm>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr std::string_view kRssFeed = "feed";
constexpr int kMostArchivePages = 50; ///< of an archive that is followed backwards
constexpr std::size_t kLongestSummary = 400;
constexpr std::size_t kLongestTitle = 300;

std::string_view with(const Ask &ask, const std::string &key)
{
    const auto found = ask.with.find(key);
    return found == ask.with.end() ? std::string_view() : std::string_view(found->second);
}

/// "https//host/path" and "https:/host" are meant as "https://host": feeds of authorities have them.
std::string repairedAddress(std::string_view address)
{
    for (const std::string_view scheme : {"https", "http"}) {
        if (!address.starts_with(scheme))
            continue;
        std::string_view rest = address.substr(scheme.size());
        if (!rest.starts_with(':') && !rest.starts_with("//"))
            continue; // "http" of "https"
        rest.remove_prefix(std::min(rest.find_first_not_of(":/"), rest.size()));
        if (rest.empty())
            return {};
        return std::string(scheme) + "://" + std::string(rest);
    }
    return std::string(address);
}

bool isAbsolute(std::string_view address)
{
    return address.starts_with("http://") || address.starts_with("https://");
}

/// "www.example.org" of an absolute address, lower case.
std::string feedHost(std::string_view address)
{
    if (!isAbsolute(address))
        return {};
    std::string_view host = address.substr(address.find("://") + 3);
    host = host.substr(0, host.find_first_of("/?#"));
    if (const std::size_t user = host.rfind('@'); user != std::string_view::npos)
        host.remove_prefix(user + 1);
    host = host.substr(0, host.find(':'));
    return base::lowerCase(host);
}

/// An address as an article gives it, made absolute by the feed's.
std::string resolved(const std::string &given, const std::string &base)
{
    std::string address = repairedAddress(given);
    if (isAbsolute(address) || address.empty() || !isAbsolute(base))
        return address;
    const std::size_t colon = address.find(':');
    if (colon != std::string::npos && colon < address.find('/'))
        return address; // "tag:", "urn:"
    const std::size_t path = base.find('/', base.find("://") + 3);
    if (address.starts_with("//"))
        return base.substr(0, base.find(':') + 1) + address;
    if (address.starts_with('/') || path == std::string::npos)
        return base.substr(0, path) + (address.starts_with('/') ? "" : "/") + address;
    return base.substr(0, base.rfind('/') + 1) + address;
}

class RssReader final
{
public:
    RssReader(Harvest &harvest, const Feed &feed)
        : m_harvest(harvest)
        , m_feed(feed)
        , m_address(repairedAddress(with(harvest.payload().ask, "url")))
    {
        if (m_address.empty() && isAbsolute(harvest.payload().origin))
            m_address = harvest.payload().origin;
        if (m_address.empty() && isAbsolute(repairedAddress(feed.base)))
            m_address = repairedAddress(feed.base);
        m_site = resolved(feed.link, feed.base.empty() ? m_address : repairedAddress(feed.base));
    }

    void add(const FeedItem &item)
    {
        m_harvest.record();
        std::string title = item.titleIsPlain ? item.title : plainText(item.title);
        const std::string summary = plainText(item.summary.empty() ? item.content : item.summary);
        const std::string base = item.base.empty() ? (isAbsolute(m_site) ? m_site : m_address) : item.base;
        const std::string link = resolved(item.link.empty() && item.idIsLink ? item.id : item.link, base);
        if (title.empty() && summary.empty() && link.empty()) {
            return m_harvest.refuse(RefusalKind::NoValue,
                                    Tr::tr("the article has neither title nor text nor address"), item.id);
        }
        Times times = timesOf(item);
        if (!times.at.isValid())
            return m_harvest.refuse(RefusalKind::NotADate, Tr::tr("nothing tells when the article appeared"),
                                    title);
        if (title.empty())
            title = summary.empty() ? link : summary;

        Meta meta;
        meta.text("url", link)
            .text("publisher", item.source.empty() ? plainText(m_feed.title) : plainText(item.source))
            .text("summary", shortenedAtWord(summary, kLongestSummary))
            .text("author", plainText(item.author))
            .text("language", item.language.empty() ? m_feed.language : item.language)
            .text("guid", item.id)
            .text("categories", item.categories);
        if (times.isFirstSeen)
            meta.flag("undated", true);
        if (!item.updated.empty() && !item.published.empty()) {
            if (const Instant updated = feedTime(item.updated).at; updated.isValid())
                meta.text("updated", base::toIso(updated));
        }
        if (title.find("\xEF\xBF\xBD") != std::string::npos ||
            summary.find("\xEF\xBF\xBD") != std::string::npos)
            meta.flag("damaged", true);
        const std::string metadata = meta.take();
        const std::string id = nativeId(item, link, title);
        std::vector<std::string> entities = item.tickers;
        if (entities.empty())
            entities.push_back(hostFor(link));
        for (const std::string &entity : entities) {
            const std::string own = item.tickers.size() > 1 ? id + "#" + entity : id;
            domain::Event &event = m_harvest.event("article", entity, own, times.at);
            if (times.isDay)
                Harvest::setDay(event, times.at.utcDay(), base::Zone());
            else if (times.isFirstSeen)
                event.knownBasis = domain::KnownBasis::Observed;
            event.text = shortenedAtWord(title, kLongestTitle);
            event.metadata = metadata;
        }
    }

private:
    struct Times {
        Instant at;
        bool isDay = false;
        bool isFirstSeen = false;
    };

    /// When it appeared: by itself, else when we saw it first. The date of the feed tells nothing of it: it
    /// may be years old, or that of every fetch.
    Times timesOf(const FeedItem &item) const
    {
        FeedTime when = feedTime(item.published.empty() ? item.updated : item.published);
        if (!when.at.isValid() && !item.updated.empty())
            when = feedTime(item.updated);
        if (when.at.isValid())
            return {when.at, when.isDay, false};
        return {m_harvest.payload().fetchedAt, false, true};
    }

    /// What is a name for the whole world stays as it is; "1983" is one within its feed only.
    std::string nativeId(const FeedItem &item, const std::string &link, const std::string &title) const
    {
        const std::string &id = item.id.empty() ? link : item.id;
        if (isAbsolute(id) || id.starts_with("urn:") || id.starts_with("tag:"))
            return id;
        const std::string feed = !m_address.empty() ? m_address
                                 : !m_site.empty()  ? m_site
                                                    : plainText(m_feed.title);
        if (!id.empty())
            return feed + " " + id;
        return feed + " " + base::toHex(base::sha256(title + "\n" + item.published + "\n" + item.summary));
    }

    /// Of the article, else of the site, else of the feed.
    std::string hostFor(const std::string &link) const
    {
        for (const std::string &address : {link, m_site, m_address}) {
            if (std::string host = feedHost(address); !host.empty())
                return host;
        }
        return "unknown";
    }

    Harvest &m_harvest;
    const Feed &m_feed;
    std::string m_address;
    std::string m_site;
};

/// Goes on with the older entries that an archived feed names (RFC 5005).
void askForOlder(Harvest &harvest, const Feed &feed)
{
    const Ask &ask = harvest.payload().ask;
    if (with(ask, "backfill").empty() || feed.older.empty())
        return;
    const std::string_view counted = with(ask, "page");
    const int page = counted.empty() ? 1 : std::atoi(std::string(counted).c_str());
    const std::string own(with(ask, "url"));
    const std::string older = resolved(feed.older, own);
    if (page < 1 || page >= kMostArchivePages || older == own || !isAbsolute(older))
        return;
    Ask next = ask;
    next.with["url"] = older;
    next.with["page"] = std::to_string(page + 1);
    harvest.next(std::move(next));
}

class Rss final : public Provider
{
public:
    Rss()
    {
        m_info.name = "rss";
        m_info.parserVersion = 2; // articles without date by our sight alone
        m_info.title = Tr::tr("RSS and Atom feeds");
        m_info.about = Tr::tr("The articles of any feed: enter the addresses.");
        m_info.licence = Tr::tr("As each publisher says; titles and short summaries are kept.");
        m_info.cadence = std::chrono::minutes(15);
        m_info.requests = 1;
        m_info.per = std::chrono::seconds(2);
    }

    const ProviderInfo &info() const override { return m_info; }

    Result<std::vector<Ask>> asks(const SourceSettings &settings, const Window &window) const override
    {
        std::vector<Ask> asks;
        for (const std::string &address : settings.series) {
            Ask ask{std::string(kRssFeed), {{"url", address}}};
            if (window.isBackfill)
                ask.with.emplace("backfill", "yes");
            if (auto call = this->call(ask, settings); !call)
                return call.error();
            asks.push_back(std::move(ask));
        }
        if (asks.empty())
            return Error{ErrorCode::BadInput, Tr::tr("enter the address of at least one feed")};
        return asks;
    }

    Result<Call> call(const Ask &ask, const SourceSettings &settings) const override
    {
        const std::string address(with(ask, "url"));
        const bool isOneWord = std::ranges::none_of(
            address, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '"'; });
        if (!isAbsolute(address) || feedHost(address).empty() || !isOneWord) {
            return Error{
                ErrorCode::BadInput,
                Tr::tr("“%1” is not the address of a feed; it begins with https://").arg(qs(address))};
        }
        const auto option = settings.options.find("allow_http");
        if (address.starts_with("http://") && (option == settings.options.end() || option->second != "yes")) {
            return Error{
                ErrorCode::BadInput,
                Tr::tr(
                    "“%1” would be fetched without encryption, and anybody on the way could change it; use "
                    "https:// or allow http in the settings of the source")
                    .arg(qs(address))};
        }
        Call call;
        call.url = address;
        call.headers.emplace_back(
            "Accept", "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8");
        if (const std::string &contact = settings.contact; contact.find_first_of("\r\n") == std::string::npos)
            call.headers.emplace_back("User-Agent", contact.empty() ? "Foreshock" : "Foreshock " + contact);
        call.mostBytes = std::uint64_t(16) << 20;
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string start = decodeXml(payload.bytes.substr(0, 16'384)).utf8;
        return looksLikeFeed(start) ? std::string(kRssFeed) : std::string();
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = faultOfAnswer(m_info, payload)) {
            harvest.fail(fault->kind, fault->sentence);
            return harvest.take();
        }
        const DecodedText text = decodeXml(payload.bytes);
        const Feed feed = readFeed(text.utf8);
        if (!feed.isFeed) {
            harvest.fail(FaultKind::NotData, Tr::tr("there is no feed in what this address sent"));
            return harvest.take();
        }
        RssReader reader(harvest, feed);
        for (const FeedItem &item : feed.items)
            reader.add(item);
        if (feed.brokeOff) {
            harvest.record();
            harvest.refuse(RefusalKind::NotAnObject, Tr::tr("the feed breaks off here"), feed.lastText);
        }
        if (!feed.brokeOff)
            askForOlder(harvest, feed);
        return harvest.take();
    }

private:
    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeRss()
{
    return std::make_unique<Rss>();
}

} // namespace core::sources
