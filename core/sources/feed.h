// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a feed, RSS of any version or Atom, as they stand in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace core::sources {

struct FeedItem {
    std::string id;
    std::string title; ///< HTML unless titleIsPlain
    std::string link;
    std::string summary;
    std::string content;
    std::string published;
    std::string updated;
    std::string author;
    std::string source; ///< the publisher, where the feed gathers others'
    std::string language;
    std::string base; ///< xml:base
    std::string categories;
    std::vector<std::string> tickers; ///< that the publisher names
    bool titleIsPlain = false;
    bool idIsLink = false; ///< a permalink
};

struct Feed {
    bool isFeed = false;
    std::string title;
    std::string link;
    std::string language;
    std::string updated;
    std::string base;  ///< xml:base
    std::string older; ///< rel="next" or "prev-archive"
    std::vector<FeedItem> items;
    bool brokeOff = false;
    std::string lastText; ///< what was being read then
};

/// Whether a text has the beginning of a feed, or nothing but what may stand before one.
bool looksLikeFeed(std::string_view text);
/// UTF-8. Whatever can be made out; at most 20,000 articles.
Feed readFeed(std::string_view text);

} // namespace core::sources
