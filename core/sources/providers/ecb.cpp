// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reference rates of the European Central Bank, fixed at 14:15 in Frankfurt: the last 90 days as XML,
// everything since 1999 as a zipped table with an empty last column and "N/A" for currencies that were not
// quoted.
#include "core/base/tr.h"
#include "core/sources/askwords.h"
#include "core/sources/numbers.h"
#include "core/sources/plainbars.h"
#include "core/sources/providers/all.h"
#include "core/sources/tablerows.h"
#include "core/sources/zipped.h"

#include <QXmlStreamReader>

#include <optional>
#include <set>

namespace core::sources {

using base::Date;
using base::Result;
using base::Tr;

namespace {

constexpr std::string_view kRecent = "recent";
constexpr std::string_view kHistory = "history";
constexpr std::string_view kEcbServer = "https://www.ecb.europa.eu/stats/eurofxref/";
constexpr std::uint64_t kMostEcbUnzipped = std::uint64_t(64) << 20;
constexpr int kDeepestCube = 16;

/// Adds rates as bars EURUSD, EURJPY, …
class Rates final
{
public:
    explicit Rates(Harvest &harvest)
        : m_harvest(harvest)
        , m_bars(harvest, "1d")
        , m_fixing(fixingAt(std::chrono::hours(14) + std::chrono::minutes(15), "Europe/Berlin"))
    {}

    /// One rate of a day; "N/A" and empty are none, and no fault.
    void add(Date day, std::string_view currency, std::string_view text)
    {
        static const NumberStyle style = [] {
            NumberStyle missing;
            missing.missing = {"N/A"};
            return missing;
        }();
        double rate = 0;
        const NumberState state = parseNumber(text, style, rate);
        if (state == NumberState::Missing || trimmed(currency).empty())
            return;
        const std::string symbol = "EUR" + std::string(trimmed(currency));
        if (state != NumberState::Value || rate <= 0)
            return m_harvest.refuse(RefusalKind::NotANumber, Tr::tr("the rate is not a number"), symbol);
        if (m_symbols.insert(symbol).second)
            m_harvest.values().instruments.push_back(instrumentOf(symbol, "fx", {}, symbol.substr(3)));
        m_bars.add(symbol, m_fixing.of(onDay(day), base::Zone()), {.close = rate});
    }

private:
    Harvest &m_harvest;
    PlainBars m_bars;
    BarClock m_fixing;
    std::set<std::string> m_symbols;
};

void readXml(Harvest &harvest)
{
    const std::string_view bytes = harvest.payload().bytes;
    QXmlStreamReader xml(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())));
    Rates rates(harvest);
    std::optional<Date> day;
    bool isRates = false;
    int depth = 0;
    while (!xml.atEnd() && depth < kDeepestCube) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement)
            --depth;
        if (token != QXmlStreamReader::StartElement)
            continue;
        ++depth;
        if (xml.name() != QLatin1String("Cube"))
            continue;
        isRates = true;
        const auto value = [&xml](const char *name) {
            return xml.attributes().value(QLatin1String(name)).toString().toStdString();
        };
        if (const std::string time = value("time"); !time.empty()) {
            harvest.record();
            const auto parsed = base::parseDate(time);
            day = parsed ? std::optional(*parsed) : std::nullopt;
            if (!day)
                harvest.refuse(RefusalKind::NotADate, Tr::tr("the day of the rates is not a date"), time);
        } else if (const std::string currency = value("currency"); !currency.empty() && day) {
            rates.add(*day, currency, value("rate"));
        }
    }
    if (!isRates)
        return harvest.fail(FaultKind::NotData, Tr::tr("The ECB sent something else than its rates"));
    if (xml.hasError() || depth >= kDeepestCube) {
        harvest.record();
        harvest.refuse(RefusalKind::NotAnObject, Tr::tr("the answer breaks off or is not XML from here on"),
                       {});
    }
}

void readEcbTable(Harvest &harvest, std::string_view text)
{
    if (!text.starts_with("Date"))
        return harvest.fail(FaultKind::NotData, Tr::tr("The ECB sent something else than its rates"));
    Rates rates(harvest);
    eachRow(harvest, text, [&](const TableRow &row) {
        const auto day = base::parseDate(trimmed(row.fields().front()));
        if (!day)
            return harvest.refuse(RefusalKind::NotADate, Tr::tr("the day of the rates is not a date"),
                                  row.fields().front());
        for (std::size_t i = 1; i < row.fields().size(); ++i)
            rates.add(*day, row.header()[i], row.fields()[i]);
    });
}

class Ecb final : public Provider
{
public:
    Ecb()
    {
        m_info.name = "ecb";
        m_info.title = Tr::tr("European Central Bank");
        m_info.about =
            Tr::tr("What a euro was worth in some thirty currencies, each working day at 14:15 since 1999.");
        m_info.licence = Tr::tr("Free to use, with the European Central Bank named as the source.");
        m_info.cadence = std::chrono::hours(24);
        m_info.starter = {.years = 10, .answerBytes = 620'000, .options = {}}; // always the whole history, zipped
    }

    const ProviderInfo &info() const override { return m_info; }

    Result<std::vector<Ask>> asks(const SourceSettings &, const Window &window) const override
    {
        return std::vector<Ask>{{std::string(window.isBackfill ? kHistory : kRecent), {}}};
    }

    Result<Call> call(const Ask &ask, const SourceSettings &) const override
    {
        Call call;
        call.url = std::string(kEcbServer) +
                   (ask.endpoint == kHistory ? "eurofxref-hist.zip" : "eurofxref-hist-90d.xml");
        return call;
    }

    std::string recognise(const Payload &payload) const override
    {
        const std::string_view bytes = payload.bytes.substr(0, 2000);
        if (isZipped(bytes) && zippedName(bytes).starts_with("eurofxref"))
            return std::string(kHistory);
        if (bytes.starts_with("Date,") && bytes.find("USD") != std::string_view::npos &&
            bytes.find("JPY") != std::string_view::npos)
            return std::string(kHistory);
        return std::string(bytes.find("eurofxref") != std::string_view::npos ? kRecent : std::string_view());
    }

    Parsed parse(const Payload &payload) const override
    {
        Harvest harvest(m_info, payload);
        if (const auto fault = faultOfAnswer(m_info, payload)) {
            harvest.fail(fault->kind, fault->sentence);
        } else if (payload.ask.endpoint == kRecent) {
            readXml(harvest);
        } else if (isZipped(payload.bytes)) {
            const auto text = unzipped(payload.bytes, kMostEcbUnzipped);
            if (text)
                readEcbTable(harvest, *text);
            else
                harvest.fail(FaultKind::NotData, text.error().message);
        } else {
            readEcbTable(harvest, payload.bytes);
        }
        return harvest.take();
    }

private:
    ProviderInfo m_info;
};

} // namespace

std::unique_ptr<const Provider> makeEcb()
{
    return std::make_unique<Ecb>();
}

} // namespace core::sources
