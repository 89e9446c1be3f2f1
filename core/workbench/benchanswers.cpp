// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/benchanswers.h"

#include "core/stats/random.h"

#include <array>
#include <cstdio>

namespace core::workbench {

using stats::Random;
using stats::RandomPurpose;

std::string gdeltExport(std::uint64_t first, std::uint64_t count)
{
    static constexpr std::array kCountries{"US", "UK", "CH", "RS", "GM", "FR", "IN", "JA", "UP", "IS"};
    static constexpr std::array kActors{"GOVERNMENT", "POLICE", "STUDENT", "UNITED STATES", "", "PRESIDENT"};
    Random random(1, RandomPurpose::Benchmark, first);
    std::string text;
    text.reserve(count * 480);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::string country = kCountries[random.below(kCountries.size())];
        const auto place = [&] {
            return "4\tSpringfield, Some Province, Some Country\t" + country + '\t' + country +
                   "07\t77359\t-30." + std::to_string(random.below(9999)) + '\t' +
                   std::to_string(random.below(99)) + ".2971\t-1299321\t";
        };
        const auto actor = [&] {
            return std::string("USAGOV\t") + kActors[random.below(kActors.size())] +
                   "\tUSA\t\t\t\t\tGOV\t\t\t";
        };
        const std::uint64_t root = random.below(20) + 1;
        const std::string code = (root < 10 ? "0" : "") + std::to_string(root);
        text += std::to_string(900'000'000 + first + i) + "\t20240506\t202405\t2024\t2024.3479\t" + actor() +
                actor() + "1\t" + code + "3\t" + code + "3\t" + code + "\t3\t-" +
                std::to_string(random.below(10)) + ".5\t" + std::to_string(random.below(90)) + "\t2\t" +
                std::to_string(random.below(50) + 1) + "\t-2." +
                std::to_string(10'000'000'000'000 + random.below(89'999'999)) + '\t' + place() + place() +
                place() +
                "20240507011500\thttps://www.example.org/news/world/2024/05/06/some-headline-of-an-article-" +
                std::to_string(first + i) + ".html\n";
    }
    return text;
}

std::string usgsFeed(std::uint64_t first, std::uint64_t count, std::int64_t endMicros)
{
    static constexpr std::array kPlaces{"12 km E of Sendai, Japan", "7 km SSW of Ridgecrest, California",
                                        "South Sandwich Islands region", "80 km W of Iquique, Chile"};
    Random random(2, RandomPurpose::Benchmark, first);
    std::string text =
        R"({"type":"FeatureCollection","metadata":{"generated":1700000000000,"status":200,"count":)" +
        std::to_string(count) + R"(},"features":[)";
    text.reserve(count * 760);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::int64_t time = endMicros / 1000 - 60'000 * static_cast<std::int64_t>(count - i);
        const std::uint64_t id = first + i;
        std::array<char, 1200> feature;
        const int length = std::snprintf(
            feature.data(), feature.size(),
            R"(%s{"type":"Feature","properties":{"mag":%.2f,"place":"%s","time":%lld,"updated":%lld,"tz":null,)"
            R"("url":"https://earthquake.usgs.gov/earthquakes/eventpage/us%llu",)"
            R"("detail":"https://earthquake.usgs.gov/earthquakes/feed/v1.0/detail/us%llu.geojson","felt":null,)"
            R"("cdi":null,"mmi":%.3f,"alert":null,"status":"reviewed","tsunami":0,"sig":%llu,"net":"us",)"
            R"("code":"%llu","ids":",us%llu,","sources":",us,","types":",origin,phase-data,","nst":%llu,)"
            R"("dmin":%.4f,"rms":0.61,"gap":%llu,"magType":"mb","type":"earthquake","title":"M - %s"},)"
            R"("geometry":{"type":"Point","coordinates":[%.4f,%.4f,%.2f]},"id":"us%llu"})",
            i == 0 ? "" : ",", 2 + 4 * random.uniform(), kPlaces[random.below(kPlaces.size())],
            static_cast<long long>(time), static_cast<long long>(time + 900'000),
            static_cast<unsigned long long>(id), static_cast<unsigned long long>(id), 3 * random.uniform(),
            static_cast<unsigned long long>(random.below(900)), static_cast<unsigned long long>(id),
            static_cast<unsigned long long>(id), static_cast<unsigned long long>(random.below(90)),
            random.uniform(), static_cast<unsigned long long>(random.below(180)),
            kPlaces[random.below(kPlaces.size())], 360 * random.uniform() - 180, 180 * random.uniform() - 90,
            600 * random.uniform(), static_cast<unsigned long long>(id));
        text.append(feature.data(), static_cast<std::size_t>(length));
    }
    return text + "]}";
}

} // namespace core::workbench
