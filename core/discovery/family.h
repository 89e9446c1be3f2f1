// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A study made ready: its calendar, responses, event series and the pairs that are asked, before anything is
// tested.
#pragma once

#include "core/discovery/askedevents.h"
#include "core/discovery/assets.h"
#include "core/discovery/eventseries.h"
#include "core/discovery/grid.h"
#include "core/discovery/returns.h"
#include "core/discovery/scan.h"
#include "core/store/ledger.h"

#include <functional>
#include <string>
#include <vector>

namespace core::discovery {

struct RunContext;

struct FamilyAsset {
    std::string symbol;
    ResponseSeries response;
    std::size_t closeGroup = 0;
};

/// An event series placed on the bars of one close-time group (and, when pairs follow the entity, of one
/// asset).
struct PlacedSeries {
    std::size_t asked = 0;
    std::size_t closeGroup = 0;
    EventSeries series;
    std::vector<double>
        weights; ///< what is tested: empty for presence, else centred over the events of its pair
};

struct FamilyTerm {
    std::uint32_t placed = 0;
    std::uint32_t asset = 0;
};

/// One event series and one item of the asset axis: terms [firstTerm, firstTerm + termCount).
struct FamilyPair {
    std::uint32_t event = 0;
    std::uint32_t asset = 0;
    std::uint32_t firstTerm = 0;
    std::uint32_t termCount = 0;
};

struct Family {
    domain::Study study;
    std::string benchmark;
    Calendar calendar;
    Grid grid;
    base::Instant sealedFrom;
    std::vector<AskedSeries> events;
    std::vector<FamilyAsset> assets;
    std::vector<std::vector<base::Instant>> closeGroups;
    std::vector<PlacedSeries> placed;
    std::vector<FamilyTerm> terms;
    std::vector<FamilyPair> pairs;        ///< ascending by (event, asset)
    std::vector<std::string> assetLabels; ///< the asset axis: symbols, or one pool
    std::vector<QJsonValue> assetIdentities;
    QJsonObject model;
    std::vector<std::string> eventTexts; ///< canonical JSON of the identities, of which ids are made
    std::vector<std::string> assetTexts;
    std::string modelText;
    std::vector<QString> notes;

    [[nodiscard]] std::uint64_t hypotheses() const { return pairs.size() * study.windows.size(); }
    /// (event · assets + asset) · windows + window.
    [[nodiscard]] std::uint64_t coordinate(const FamilyPair &pair, std::size_t window) const;
    [[nodiscard]] domain::Statistic statisticOf(const FamilyPair &pair) const;
    [[nodiscard]] base::Sha256 hypothesisId(const FamilyPair &pair, std::size_t window) const;
    [[nodiscard]] base::Sha256 calendarHash() const;
    [[nodiscard]] base::Instant sampleFrom() const { return calendar.closes[calendar.first - 1]; }
    [[nodiscard]] base::Instant sampleTo() const { return calendar.closes.back(); }
};

/// The part of gatherFamily that no event has a say in: calendar, grid and responses of the assets.
base::Result<Family> makeMarket(const domain::Study &study, const RunContext &context,
                                Unlisted unlisted = Unlisted::Refused);

/// Reads what a study asks: calendar, responses and event series, not paired yet. Deterministic for any
/// number of threads. Errors as runStudy.
base::Result<Family> gatherFamily(const domain::Study &study, const RunContext &context,
                                  Unlisted unlisted = Unlisted::Refused);
/// Reads and prepares everything a study asks. Deterministic for any number of threads. Errors as runStudy.
base::Result<Family> makeFamily(const domain::Study &study, const RunContext &context,
                                Unlisted unlisted = Unlisted::Refused);

/// Keeps the links a linked family was made by, so that it can be made again; nothing for others.
base::Result<void> keepLinks(const Family &family, const RunContext &context);

/// The ledger's view of the family; `snapshot`, run and instants are the caller's.
store::FamilyAxes axesOf(const Family &family);
store::FamilyRecord recordOf(const Family &family, const store::FamilyAxes &axes);

/// Calls work(i) for i in [0, count) on `threads` threads; results must not depend on the order. Stops early
/// on cancel.
void inParallel(std::size_t count, unsigned threads, const base::CancelToken &cancel,
                const std::function<void(std::size_t)> &work);

} // namespace core::discovery
