// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Articles and posts as events, the same from every provider.
#pragma once

#include "core/sources/harvest.h"

#include <limits>
#include <map>
#include <string>
#include <vector>

namespace core::sources {

struct Article {
    std::string nativeId; ///< the provider's, else the address
    base::Instant at;
    std::string title;
    std::string address;
    std::string publisher;
    std::string summary; ///< kept shortened
    std::string author;
    std::string language;
};

/// An event `article` about the entity, or about the host of the address when there is none. Its id is of the
/// native id and, when `perEntity`, of the entity too. `meta` holds what else the provider says.
domain::Event &addArticle(Harvest &harvest, const Article &article, std::string_view entity, bool perEntity,
                          Meta meta);

/// A post of a network.
struct Post {
    std::string nativeId;
    base::Instant at;
    std::string text;
    std::string address;
    std::string author;
    std::vector<std::string> tickers;
    std::string elsewhere; ///< the entity of a post that names no ticker: "r/stocks", "@name"
    double value = domain::kMissing;
    std::string unit;
};

/// Adds posts, one event `post` per ticker, and counts who is mentioned.
class Posts final
{
public:
    /// The harvest must outlive it.
    explicit Posts(Harvest &harvest)
        : m_harvest(harvest)
    {}

    void add(const Post &post, const Meta &meta);
    /// One event `mentions` per ticker and hour: how many posts of `place`, of which the answer holds the
    /// newest ones without a gap, name it. Only of hours that begin after the oldest post, so that the count
    /// is whole; the hour that still runs is counted so far, and a later answer revises it.
    void finish(std::string_view place);
    /// For the ask of the page that goes on with older posts: what this one counted of the hour it ends in.
    void handOn(Ask &next) const;
    /// What the pages before counted, when the ask says it.
    void takeUp(const Ask &ask);

private:
    struct Hour {
        std::uint64_t posts = 0;
        std::map<std::string, std::uint64_t> named; ///< by ticker
    };

    Harvest &m_harvest;
    std::map<base::Instant, Hour> m_hours; ///< by their beginning
    base::Instant m_oldest;
    base::Instant m_newest; ///< of the pages before, too
};

/// The words of the list, separated by commas, that stand in the text as words of their own in capitals.
std::vector<std::string> wordsOf(std::string_view text, std::string_view list);

/// The tickers written as $AAPL, $BRK.B (upper case, each once, in their order). "$1,000" is none.
std::vector<std::string> cashtagsOf(std::string_view text);

} // namespace core::sources
