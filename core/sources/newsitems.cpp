// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/newsitems.h"

#include "core/base/ascii.h"
#include "core/sources/webaddress.h"

#include <algorithm>

namespace core::sources {

using base::isDigit;
using base::isLetter;

namespace {

constexpr std::size_t kSummary = 400;
constexpr std::size_t kPost = 1000;
constexpr std::size_t kLongestTicker = 6;

bool isWord(char c)
{
    return isLetter(c) || isDigit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80U;
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
    ++m_posts;
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
        Count &count = m_counts[ticker];
        ++count.posts;
        if (!count.first.isValid() || post.at < count.first)
            count.first = post.at;
        if (!count.last.isValid() || post.at >= count.last) {
            count.last = post.at;
            count.lastId = post.nativeId;
        }
    }
}

void Posts::finish()
{
    for (const auto &[ticker, count] : m_counts) {
        const std::string id = "mentions/" + ticker + '/' + base::toIso(count.first) + '/' + count.lastId;
        domain::Event &event = m_harvest.event("mentions", ticker, id, count.last);
        event.value = static_cast<double>(count.posts);
        event.unit = "posts";
        Meta meta;
        meta.text("from", base::toIso(count.first)).number("of_posts", static_cast<double>(m_posts));
        event.metadata = meta.take();
    }
    m_counts.clear();
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
