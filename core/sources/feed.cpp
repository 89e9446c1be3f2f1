// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/feed.h"

#include "core/sources/loosexml.h"

#include <algorithm>
#include <optional>

namespace core::sources {

namespace {

constexpr std::size_t kMostItems = 20'000;
constexpr std::size_t kDeepestTag = 200;
constexpr std::size_t kLongestField = std::size_t(1) << 18;
constexpr std::size_t kMostTickers = 50;

bool isRoot(std::string_view name)
{
    return name == "rss" || name == "feed" || name == "rdf:rdf" || name == "channel" ||
           name.ends_with(":feed");
}

bool isItem(std::string_view name)
{
    return name == "item" || name == "entry" || name == "rss:item" || name == "atom:entry";
}

std::string trimmedText(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos)
        return {};
    return std::string(text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1));
}

/// "ABC" of "Nasdaq:ABC" and "$abc"; empty when it is none.
std::string tickerOf(std::string_view text)
{
    if (const std::size_t exchange = text.rfind(':'); exchange != std::string_view::npos)
        text.remove_prefix(exchange + 1);
    std::string ticker;
    for (const char c : trimmedText(text)) {
        if (c == '$' && ticker.empty())
            continue;
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        if (!((upper >= 'A' && upper <= 'Z') || (upper >= '0' && upper <= '9') || upper == '.' ||
              upper == '-'))
            return {};
        ticker += upper;
    }
    return ticker.size() <= 10 ? ticker : std::string();
}

void addTickers(FeedItem &item, std::string_view list)
{
    while (!list.empty()) {
        const std::size_t end = std::min(list.find_first_of(",;|"), list.size());
        std::string ticker = tickerOf(list.substr(0, end));
        if (!ticker.empty() && item.tickers.size() < kMostTickers &&
            std::ranges::find(item.tickers, ticker) == item.tickers.end())
            item.tickers.push_back(std::move(ticker));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

class FeedReader final
{
public:
    explicit FeedReader(std::string_view text)
        : m_xml(text)
    {}

    Feed read()
    {
        LooseXml::Token token;
        while (m_feed.items.size() < kMostItems && m_xml.next(token)) {
            switch (token.kind) {
            case LooseXml::Kind::Start:
                begin(token);
                if (token.isEmpty)
                    end(token.name);
                break;
            case LooseXml::Kind::End:
                end(token.name);
                break;
            case LooseXml::Kind::Text:
                if (m_text.size() < kLongestField)
                    m_text += token.text;
                break;
            }
        }
        m_feed.brokeOff = m_xml.brokeOff() || (m_feed.items.size() < kMostItems && !m_path.empty());
        // an article that the end cuts is whole enough when title and address came
        if (m_item && m_feed.brokeOff) {
            m_feed.lastText = m_item->title.empty() ? m_text.substr(0, 60) : m_item->title;
            if (!m_item->title.empty() && !(m_item->link.empty() && m_item->id.empty()))
                m_feed.items.push_back(std::move(*m_item));
        }
        return std::move(m_feed);
    }

private:
    void begin(const LooseXml::Token &token)
    {
        const std::string &name = token.name;
        if (m_path.size() >= kDeepestTag)
            return;
        m_feed.isFeed = m_feed.isFeed || isRoot(name);
        if (!m_item && isItem(name)) {
            m_item.emplace();
            m_item->id = token.attribute("rdf:about");
            m_item->idIsLink = !m_item->id.empty();
            m_item->language = token.attribute("xml:lang");
            m_item->base = token.attribute("xml:base");
            m_itemDepth = m_path.size();
            m_feed.isFeed = true;
        } else if (!m_item && isRoot(name)) {
            setFirst(m_feed.language, std::string(token.attribute("xml:lang")));
            setFirst(m_feed.base, std::string(token.attribute("xml:base")));
        }
        const bool isField = m_item ? m_path.size() == m_itemDepth + 1
                                    : !m_path.empty() && isRoot(m_path.back()) && !isRoot(name);
        m_path.push_back(name);
        if (isField) {
            m_field = name;
            m_fieldDepth = m_path.size();
            m_type = token.attribute("type");
            m_isNamed = false;
            m_text.clear();
            attributes(token);
        } else if (name == "name" && (m_field == "author" || m_field == "atom:author")) {
            m_text.clear();
        } else if (!m_field.empty() && (m_type == "xhtml" || m_type.empty())) {
            m_text += ' '; // markup within a text divides words
        }
    }

    void attributes(const LooseXml::Token &token)
    {
        const std::string &name = token.name;
        if (name == "link" || name == "atom:link") {
            const std::string_view rel = token.attribute("rel");
            const std::string href(token.attribute("href"));
            if (m_item && !href.empty() && (rel.empty() || rel == "alternate") && m_item->link.empty())
                m_item->link = href;
            else if (!m_item && !href.empty() && (rel == "alternate" || rel.empty()) && m_feed.link.empty())
                m_feed.link = href;
            else if (!m_item && (rel == "next" || rel == "prev-archive") && m_feed.older.empty())
                m_feed.older = href;
        } else if (m_item && name == "category") {
            m_domain = token.attribute("domain");
            if (m_domain.empty())
                m_domain = token.attribute("scheme");
            if (const std::string_view term = token.attribute("term"); !term.empty())
                category(term);
        } else if (m_item && name == "guid") {
            m_item->idIsLink = token.attribute("ispermalink") != "false";
        }
    }

    void end(const std::string &name)
    {
        // what was opened within it and never closed ends with it; an end without beginning is nothing
        const auto open = std::ranges::find(m_path.rbegin(), m_path.rend(), name);
        if (open == m_path.rend())
            return;
        const auto depth = static_cast<std::size_t>(m_path.rend() - open);
        if (name == "name" && (m_field == "author" || m_field == "atom:author") && depth > m_fieldDepth) {
            m_author = trimmedText(m_text);
            m_isNamed = true;
        }
        if (!m_field.empty() && depth <= m_fieldDepth)
            finishField();
        m_path.resize(depth - 1);
        if (m_item && m_path.size() <= m_itemDepth) {
            m_feed.items.push_back(std::move(*m_item));
            m_item.reset();
        }
    }

    void finishField()
    {
        const std::string text = m_isNamed ? m_author : trimmedText(m_text);
        const std::string field = std::exchange(m_field, {});
        m_text.clear();
        m_isNamed = false;
        if (text.empty())
            return;
        if (m_item)
            setItem(field, text);
        else
            setFeed(field, text);
    }

    static void setFirst(std::string &to, const std::string &text)
    {
        if (to.empty())
            to = text;
    }

    void setItem(const std::string &field, const std::string &text)
    {
        FeedItem &item = *m_item;
        if (field == "title" || field == "atom:title") {
            item.title = text;
            item.titleIsPlain = m_type == "text" && text.find('<') == std::string::npos;
        } else if (field == "link" || field == "atom:link") {
            setFirst(item.link, text);
        } else if (field == "guid" || field == "id" || field == "atom:id") {
            item.id = text;
            item.idIsLink = field == "guid" && item.idIsLink && text.starts_with("http");
        } else if (field == "description" || field == "summary" || field == "dc:description" ||
                   field == "atom:summary") {
            setFirst(item.summary, text);
        } else if (field == "content" || field == "content:encoded" || field == "body" ||
                   field == "atom:content") {
            setFirst(item.content, text);
        } else if (field == "pubdate" || field == "published" || field == "issued" || field == "dc:date" ||
                   field == "atom:published" || field == "created" || field == "dcterms:issued") {
            setFirst(item.published, text);
        } else if (field == "updated" || field == "modified" || field == "atom:updated" ||
                   field == "dcterms:modified") {
            setFirst(item.updated, text);
        } else if (field == "author" || field == "dc:creator" || field == "atom:author") {
            setFirst(item.author, text);
        } else if (field == "source" || field == "dc:source") {
            setFirst(item.source, text);
        } else if (field == "dc:language" || field == "language") {
            setFirst(item.language, text);
        } else if (field == "category" || field == "dc:subject") {
            category(text);
        } else if (field == "nasdaq:tickers" || field == "sa:symbol" || field == "sa:stock" ||
                   field == "ticker" || field == "symbol") {
            addTickers(item, text);
        }
    }

    void setFeed(const std::string &field, const std::string &text)
    {
        if (field == "title" || field == "atom:title")
            setFirst(m_feed.title, text);
        else if (field == "link")
            setFirst(m_feed.link, text);
        else if (field == "language" || field == "dc:language")
            m_feed.language = text;
        else if (field == "pubdate" || field == "lastbuilddate" || field == "updated" ||
                 field == "modified" || field == "dc:date")
            setFirst(m_feed.updated, text);
    }

    void category(std::string_view text)
    {
        for (const std::string_view word : {"stock", "ticker", "symbol"}) {
            if (m_domain.find(word) != std::string::npos)
                return addTickers(*m_item, text);
        }
        std::string &all = m_item->categories;
        if (all.size() < 300)
            all += (all.empty() ? "" : ", ") + trimmedText(text).substr(0, 100);
    }

    LooseXml m_xml;
    Feed m_feed;
    std::vector<std::string> m_path;
    std::optional<FeedItem> m_item;
    std::size_t m_itemDepth = 0;
    std::string m_field; ///< what is being read of an article or of the feed
    std::size_t m_fieldDepth = 0;
    std::string m_type;
    std::string m_domain;
    std::string m_text;
    std::string m_author;
    bool m_isNamed = false;
};

} // namespace

bool looksLikeFeed(std::string_view text)
{
    LooseXml xml(text);
    LooseXml::Token token;
    bool hasMore = false;
    while ((hasMore = xml.next(token)) && token.kind == LooseXml::Kind::Text &&
           trimmedText(token.text).empty()) {
    }
    if (hasMore)
        return token.kind == LooseXml::Kind::Start && (isRoot(token.name) || isItem(token.name));
    // a comment, a declaration, and then nothing: an empty feed
    return trimmedText(text).starts_with("<!--") || trimmedText(text).starts_with("<?xml");
}

Feed readFeed(std::string_view text)
{
    return FeedReader(text).read();
}

} // namespace core::sources
