// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that is played by the test instead of the web.
#pragma once

#include "core/ingest/fetcher.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <string>

namespace support {

/// A feed of quakes as the US Geological Survey writes it, numbered from `first`; the newest a minute before
/// `at`.
inline std::string quakes(int first, int count, core::base::Instant at)
{
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (int i = first; i < first + count; ++i)
        text += std::string(i == first ? "" : ",") + R"({"type":"Feature","properties":{"mag":4.)" +
                std::to_string(i % 10) + R"(,"place":"10 km N of Sendai, Japan","time":)" +
                std::to_string(at.micros() / 1000 - 60'000 - i) + R"(,"type":"earthquake"},"id":"us)" +
                std::to_string(i) + R"("})";
    return text + "]}";
}

inline core::ingest::Fetched answered(std::string bytes, core::base::Instant at, int status = 200)
{
    core::ingest::Fetched fetched;
    fetched.status = status;
    fetched.bytes = std::move(bytes);
    fetched.origin = "played";
    fetched.fetchedAt = at;
    return fetched;
}

/// Answers what the test says; the answer may be changed at any time.
class PlayedProvider final : public core::ingest::Fetcher
{
public:
    using Answer = std::function<core::base::Result<core::ingest::Fetched>(const std::string &url)>;

    void answer(Answer with)
    {
        const std::lock_guard lock(m_mutex);
        m_answer = std::move(with);
    }
    [[nodiscard]] int asked() const { return m_asked; }

    core::base::Result<core::ingest::Fetched> fetch(const core::ingest::FetchOrder &order,
                                                    const core::base::CancelToken &) override
    {
        Answer with;
        {
            const std::lock_guard lock(m_mutex);
            with = m_answer;
        }
        ++m_asked;
        return with(order.call.url);
    }

private:
    std::mutex m_mutex; // guards the next
    Answer m_answer;
    std::atomic<int> m_asked{0};
};

} // namespace support
