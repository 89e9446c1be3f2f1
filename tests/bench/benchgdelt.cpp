// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How many events of GDELT one core reads in a second: a day's worth of rows with the columns filled as GDELT
// fills them, written here from a seed.
#include "core/sources/provider.h"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

namespace {

/// Numbers that look like data; the same in every run.
struct Digits {
    std::uint64_t state = 1;
    std::uint64_t below(std::uint64_t bound)
    {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return (state >> 33U) % bound;
    }
};

std::string rows(int count)
{
    static constexpr const char *kCountries[] = {"US", "UK", "CH", "RS", "GM", "FR", "IN", "JA", "UP", "IS"};
    static constexpr const char *kActors[] = {"GOVERNMENT",    "POLICE", "STUDENT",
                                              "UNITED STATES", "",       "PRESIDENT"};
    Digits digits;
    std::string text;
    for (int i = 0; i < count; ++i) {
        const std::string country = kCountries[digits.below(10)];
        const auto place = [&] {
            return "4\tSpringfield, Some Province, Some Country\t" + country + '\t' + country +
                   "07\t77359\t-30." + std::to_string(digits.below(9999)) + '\t' +
                   std::to_string(digits.below(99)) + ".2971\t-1299321\t";
        };
        const auto actor = [&] {
            return std::string("USAGOV\t") + kActors[digits.below(6)] + "\tUSA\t\t\t\t\tGOV\t\t\t";
        };
        const int root = static_cast<int>(digits.below(20)) + 1;
        const std::string code = (root < 10 ? "0" : "") + std::to_string(root);
        text += std::to_string(900'000'000 + i) + "\t20240506\t202405\t2024\t2024.3479\t" + actor() +
                actor() + "1\t" + code + "3\t" + code + "3\t" + code + "\t3\t-" +
                std::to_string(digits.below(10)) + ".5\t" + std::to_string(digits.below(90)) + "\t2\t" +
                std::to_string(digits.below(50) + 1) + "\t-2." +
                std::to_string(10'000'000'000'000 + digits.below(89'999'999)) + '\t' + place() + place() +
                place() +
                "20240507011500\thttps://www.example.org/news/world/2024/05/06/some-headline-of-an-article-" +
                std::to_string(i) + ".html\n";
    }
    return text;
}

} // namespace

int main(int count, char **arguments)
{
    const int events = count > 1 ? std::atoi(arguments[1]) : 300'000;
    const std::string text = rows(events);
    core::sources::Payload payload;
    payload.bytes = text;
    payload.fetchedAt = core::base::Instant(1'700'000'000'000'000);
    payload.ask.endpoint = "export";
    const auto *gdelt = core::sources::findProvider("gdelt");
    for (int round = 0; round < 5; ++round) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t before = std::clock();
        const auto parsed = gdelt->parse(payload);
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        const double busy =
            static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC; // others may share the core
        std::printf("%d rows, %.1f MB: %.2f s of the clock, %.2f s of a core, %.0f events/s, %.0f MB/s, %llu "
                    "refused\n",
                    events, static_cast<double>(text.size()) / 1e6, seconds, busy, events / busy,
                    static_cast<double>(text.size()) / 1e6 / busy,
                    static_cast<unsigned long long>(parsed.refusals.total()));
    }
    return 0;
}
