// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/newsitems.h"

#include "core/base/ascii.h"
#include "core/sources/askwords.h"
#include "core/sources/webaddress.h"

#include <algorithm>
#include <charconv>

namespace core::sources {

using base::isDigit;
using base::isLetter;

namespace {

constexpr std::size_t kSummary = 400;
constexpr std::size_t kPost = 1000;
constexpr std::size_t kLongestTicker = 6;
constexpr std::chrono::hours kHour(1);

bool isWord(char c)
{
    return isLetter(c) || isDigit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80U;
}

std::uint64_t countIn(std::string_view text)
{
    std::uint64_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

} // namespace

domain::Event &addArticle(Harvest &harvest, const Article &article, std::string_view entity, bool perEntity,
                          Meta meta)
{
    std::string about(entity);
    if (about.empty())
        about = hostOf(article.address);
    if (about.empty())
        about = article.publisher.empty() ? "UNKNOWN" : article.publisher;
    const std::string id = perEntity ? article.nativeId + '/' + about : article.nativeId;
    domain::Event &event = harvest.event("article", about, id, article.at);
    event.text = article.title;
    meta.text("url", article.address)
        .text("publisher", article.publisher)
        .text("summary", shortened(article.summary, kSummary))
        .text("author", article.author)
        .text("language", article.language);
    event.metadata = meta.take();
    return event;
}

void Posts::add(const Post &post, const Meta &meta)
{
    Hour &hour = m_hours[startOf(post.at, kHour)];
    ++hour.posts;
    m_oldest = base::earlier(m_oldest, post.at);
    m_newest = std::max(m_newest, post.at); // a missing one is before all others
    const auto write = [&](const std::string &entity, const std::string &id) {
        domain::Event &event = m_harvest.event("post", entity, id, post.at);
        event.text = shortened(post.text, kPost);
        event.value = post.value;
        event.unit = post.unit;
        Meta whole = meta;
        whole.text("url", post.address).text("author", post.author);
        event.metadata = whole.take();
    };
    if (post.tickers.empty())
        write(post.elsewhere.empty() ? "UNKNOWN" : post.elsewhere, post.nativeId);
    for (const std::string &ticker : post.tickers) {
        write(ticker, post.nativeId + '/' + ticker);
        ++hour.named[ticker];
    }
}

void Posts::finish(std::string_view place)
{
    for (const auto &[start, hour] : m_hours) {
        if (!m_oldest.isValid() || start <= m_oldest)
            continue;
        for (const auto &[ticker, posts] : hour.named) {
            const std::string id = "mentions/" + ticker + '/' + std::string(place) + '/' + base::toIso(start);
            domain::Event &event = m_harvest.event("mentions", ticker, id, start);
            event.knownAt = std::min(start + kHour, m_newest);
            event.value = static_cast<double>(posts);
            event.unit = "posts";
            Meta meta;
            meta.text("place", place).number("of_posts", static_cast<double>(hour.posts));
            event.metadata = meta.take();
        }
    }
}

void Posts::handOn(Ask &next) const
{
    if (m_hours.empty())
        return;
    const auto &[start, hour] = *m_hours.begin();
    std::string named = std::to_string(hour.posts);
    for (const auto &[ticker, posts] : hour.named)
        named += ',' + ticker + ':' + std::to_string(posts);
    next.with["hour"] = base::toIso(start);
    next.with["hour_counts"] = std::move(named);
    next.with["newest"] = base::toIso(m_newest);
}

void Posts::takeUp(const Ask &ask)
{
    const auto start = base::parseInstant(valueOf(ask.with, "hour"));
    const auto newest = base::parseInstant(valueOf(ask.with, "newest"));
    if (!start || !newest)
        return;
    const std::string text = valueOf(ask.with, "hour_counts");
    std::string_view rest = text;
    Hour &hour = m_hours[*start];
    m_newest = *newest;
    hour.posts = countIn(rest);
    while (rest.find(',') != std::string_view::npos) {
        rest.remove_prefix(rest.find(',') + 1);
        const std::string_view one = rest.substr(0, rest.find(','));
        const std::size_t colon = one.rfind(':');
        if (colon != std::string_view::npos)
            hour.named.emplace(one.substr(0, colon), countIn(one.substr(colon + 1)));
    }
}

std::vector<std::string> wordsOf(std::string_view text, std::string_view list)
{
    std::vector<std::string> found;
    while (!list.empty()) {
        const std::string_view word = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), word.size() + 1));
        if (word.empty())
            continue;
        for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            if ((at > 0 && isWord(text[at - 1])) || (end < text.size() && isWord(text[end])))
                continue;
            found.emplace_back(word);
            break;
        }
    }
    return found;
}

std::vector<std::string> cashtagsOf(std::string_view text)
{
    std::vector<std::string> found;
    for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
        if (at > 0 && (isWord(text[at - 1]) || text[at - 1] == '$'))
            continue;
        std::size_t end = at + 1;
        while (end < text.size() && isLetter(text[end]))
            ++end;
        if (end == at + 1 || end - at - 1 > kLongestTicker)
            continue;
        if (end + 1 < text.size() && text[end] == '.' && isLetter(text[end + 1]) &&
            (end + 2 == text.size() || !isWord(text[end + 2])))
            end += 2; // a class of shares: BRK.B
        if (end < text.size() && isWord(text[end]))
            continue;
        std::string ticker = base::upperCase(text.substr(at + 1, end - at - 1));
        if (std::ranges::find(found, ticker) == found.end())
            found.push_back(std::move(ticker));
    }
    return found;
}

} // namespace core::sources
