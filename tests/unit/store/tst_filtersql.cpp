// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The two evaluators of filters must agree on every event, whatever the filter and however hostile the text.
#include "core/store/eventrow.h"
#include "core/store/filtersql.h"
#include "tests/support/check.h"
#include "tests/unit/store/eventfixture.h"

#include <array>
#include <set>

using namespace core::base;
using namespace core::domain;
using namespace core::store;
using fixture::plainEvent;

namespace {

const std::array<std::string, 42> kTexts{"usgs",
                                         "USGS",
                                         "noaa",
                                         "earthquake",
                                         "Strike",
                                         "a strike at the port",
                                         "STRIKE",
                                         "été",
                                         "ÉTÉ à Zürich",
                                         "ﬁnance",
                                         "Ａ",
                                         "ß",
                                         "7",
                                         "7.0",
                                         "+7",
                                         " 7",
                                         "7 ",
                                         "1e3",
                                         "1E+3",
                                         "0x10",
                                         "inf",
                                         "nan",
                                         "-0",
                                         ".5",
                                         "5.",
                                         "1_000",
                                         "1,045.60",
                                         "1e999",
                                         "'; DROP TABLE events; --",
                                         "\" OR 1=1",
                                         "%",
                                         "_",
                                         "a%b",
                                         "\\",
                                         "(",
                                         "line\nbreak",
                                         "null",
                                         "true",
                                         "\xF0\x9F\x98\x80 smile",
                                         "\xE2\x80\xAE rtl",
                                         std::string("nul\0byte", 8),
                                         std::string(300, 'x')};

const std::array<std::string, 16> kMetadata{"",
                                            "{}",
                                            R"({"depth":12.5})",
                                            R"({"depth":"12.5"})",
                                            R"({"depth":7,"scheduled":true})",
                                            R"({"scheduled":"true"})",
                                            R"({"depth":null})",
                                            R"({"a":{"b":"strike"}})",
                                            R"({"a":{"b":7}})",
                                            R"({"a":[1,2]})",
                                            R"({"depth":1e21})",
                                            R"({"depth":""})",
                                            R"({"depth":-0})",
                                            R"({"été":"ß"})",
                                            "not json",
                                            R"({"depth":9007199254740993})"};

class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_engine(seed)
    {}
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(m_engine() % n); }
    template <typename Items>
    const auto &of(const Items &items)
    {
        return *(std::begin(items) + static_cast<std::ptrdiff_t>(below(std::size(items))));
    }

private:
    std::mt19937_64 m_engine;
};

Event randomEvent(Random &random, int n)
{
    Event event = plainEvent(n % 50);
    event.id = eventId("random", std::to_string(n));
    const auto text = [&random] { return random.below(4) == 0 ? std::string() : random.of(kTexts); };
    event.source = text();
    event.eventType = text();
    event.entity = text();
    event.unit = text();
    event.text = text() + (random.below(2) == 0 ? " " + text() : "");
    event.metadata = random.of(kMetadata);
    constexpr double values[]{0, -0.0, 7, 0.5, -1e300, 1e-300, 12.5, std::numeric_limits<double>::infinity()};
    event.value = random.below(4) == 0 ? std::numeric_limits<double>::quiet_NaN() : random.of(values);
    event.knownBasis = static_cast<KnownBasis>(random.below(4));
    event.precision = static_cast<Precision>(random.below(2));
    event.rawSha256 = sha256(std::to_string(random.below(3)));
    event.revision = static_cast<int>(random.below(3));
    event.seq = random.below(9);
    event.parser = random.below(2) == 0 ? "test" : "";
    if (random.below(5) == 0)
        event.ingestedAt = Instant();
    return event;
}

std::string quoted(const std::string &text)
{
    std::string literal = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            literal += '\\';
        literal += c;
    }
    return literal + '"';
}

std::string number(Random &random)
{
    constexpr const char *numbers[]{"7", "7.0", "-7", "0", "12.5", "1k", "0.5", "1e21", "9007199254740992",
                                    "-0"};
    return random.of(numbers);
}

std::string instant(Random &random)
{
    constexpr const char *instants[]{"2010-01-01", "2010-01-15T00:00:00Z", "2010-02-01 12:00", "-7d",
                                     "2023-11-14T22:13:20.000003Z"};
    return random.of(instants);
}

std::string randomFilter(Random &random, int depth)
{
    if (depth > 0 && random.below(3) != 0) {
        switch (random.below(4)) {
        case 0:
            return "not (" + randomFilter(random, depth - 1) + ")";
        case 1:
            return "(" + randomFilter(random, depth - 1) + ") or (" + randomFilter(random, depth - 1) + ")";
        default:
            return "(" + randomFilter(random, depth - 1) + ") and (" + randomFilter(random, depth - 1) + ")";
        }
    }
    constexpr const char *compare[]{"==", "!=", "<", "<=", ">", ">="};
    constexpr const char *texts[]{"source",         "event_type", "entity",      "unit",      "text",
                                  "parser",         "metadata",   "known_basis", "precision", "meta.depth",
                                  "meta.scheduled", "meta.a.b",   "meta.a",      "meta.none", "id",
                                  "raw_sha256"};
    constexpr const char *numbers[]{"value", "revision", "seq", "parser_version", "meta.depth", "entity",
                                    "text",  "meta.a.b", "unit"};
    constexpr const char *instants[]{"timestamp", "known_at", "ingested_at"};
    constexpr const char *patterns[]{"^a",        "strike$",        ".",         "(?i)STRIKE", "[0-9]+", "^$",
                                     "\\\\w+ at", "(?s)line.break", "line.break"};
    switch (random.below(8)) {
    case 0:
        return std::string(random.of(texts)) + " " + random.of(compare) + " " + quoted(random.of(kTexts));
    case 1:
        return std::string(random.of(numbers)) + " " + random.of(compare) + " " + number(random);
    case 2:
        return std::string(random.of(instants)) + " " + random.of(compare) + " " + instant(random);
    case 3:
        return std::string(random.of(texts)) + " contains " +
               quoted(random.of(kTexts).substr(0, 1 + random.below(5)));
    case 4:
        return std::string(random.of(texts)) + " matches \"" + random.of(patterns) + "\"";
    case 5:
        return std::string(random.of(texts)) + " in {" + quoted(random.of(kTexts)) + ", " +
               quoted(random.of(kTexts)) + "}";
    case 6:
        return std::string(random.of(numbers)) + " in {" + number(random) + ", 1..8}";
    default:
        return quoted(random.of(kTexts));
    }
}

} // namespace

class tst_FilterSql : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DuckConnection> m_duck;
    std::vector<Event> m_events;

    /// The ids that the SQL lets pass, or the error.
    Result<std::set<Uuid>> passing(const Filter &filter) const
    {
        Parameters parameters;
        const std::string condition = filterSql(filter, parameters);
        Result<DuckResult> rows =
            m_duck->query("SELECT id FROM events WHERE " + condition, parameters.values());
        if (!rows)
            return rows.error();
        std::set<Uuid> ids;
        for (;;) {
            const Result<bool> more = rows->next();
            if (!more)
                return more.error();
            if (!*more)
                return ids;
            for (std::size_t i = 0; i < rows->rows(); ++i)
                ids.insert(rows->uuid(0, i));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_duck = std::make_unique<DuckConnection>(*DuckDatabase::open({})->connect());
        VERIFY_OK(registerFilterFunctions(*m_duck));
        VERIFY_OK(m_duck->run("CREATE TABLE events(" + std::string(kEventTable) + ")"));
        auto appender = DuckAppender::open(*m_duck, "events");
        VERIFY_OK(appender);
        Random random(1);
        for (int n = 0; n < 400; ++n) {
            m_events.push_back(randomEvent(random, n));
            setEvent(*appender, 0, m_events.back());
            VERIFY_OK(appender->endRow());
        }
        VERIFY_OK(appender->close());
    }

    void agreesWithThePredicateOnRandomFilters()
    {
        Random random(2);
        const Instant now = plainEvent(20).timestamp;
        int parsed = 0;
        int discerning = 0; // filters that some events pass and some do not
        for (int i = 0; parsed < 2500 && i < 20000; ++i) {
            const std::string text = randomFilter(random, 3);
            const auto filter = Filter::parse(text, now);
            if (!filter)
                continue; // a literal of the wrong sort for its field
            ++parsed;
            const auto passed = passing(*filter);
            QVERIFY2(passed.ok(),
                     (text + "\n" + (passed.ok() ? "" : passed.error().message.toStdString())).c_str());
            std::size_t expected = 0;
            for (const Event &event : m_events) {
                const bool isExpected = filter->matches(event);
                expected += isExpected ? 1 : 0;
                if (passed->contains(event.id) != isExpected)
                    QFAIL((text + "\n" + fixture::key(event)).c_str());
            }
            discerning += expected > 0 && expected < m_events.size() ? 1 : 0;
        }
        QCOMPARE(parsed, 2500);
        QVERIFY2(discerning > 800, QByteArray::number(discerning).constData());
    }

    void neverPrunesAFileThatHoldsAPassingEvent()
    {
        Random random(3);
        int bounded = 0;
        for (int i = 0; i < 3000; ++i) {
            const auto filter = Filter::parse(randomFilter(random, 2), plainEvent(20).timestamp);
            if (!filter)
                continue;
            const FilterBounds bounds = boundsOf(&*filter);
            for (const Event &e : m_events) {
                const bool isAdmitted =
                    bounds.admits(e.source, e.eventType, e.eventType, e.timestamp, e.timestamp);
                bounded += isAdmitted ? 0 : 1;
                if (!isAdmitted && filter->matches(e))
                    QFAIL((filter->normalForm() + "\n" + fixture::key(e)).c_str());
            }
        }
        QVERIFY(bounded > 1000);
    }

    void boundsWhatMustHold()
    {
        const auto filter =
            Filter::parse("source == usgs and event_type in {a, b} and timestamp >= 2010-01-01 and "
                          "timestamp < 2011-01-01 and value > 3",
                          Instant(std::int64_t{0}));
        VERIFY_OK(filter);
        const FilterBounds bounds = boundsOf(&*filter);
        const Instant in = *parseInstant("2010-06-01");
        QVERIFY(bounds.admits("usgs", "a", "a", in, in));
        QVERIFY(bounds.admits("usgs", "A", "z", in, in));
        QVERIFY(!bounds.admits("noaa", "a", "a", in, in));
        QVERIFY(!bounds.admits("usgs", "c", "d", in, in));
        QVERIFY(!bounds.admits("usgs", "a", "a", *parseInstant("2008-01-01"), *parseInstant("2009-12-31")));
        QVERIFY(!bounds.admits("usgs", "a", "a", *parseInstant("2011-01-02"), *parseInstant("2012-01-01")));
        QVERIFY(boundsOf(nullptr).admits("usgs", "a", "a", in, in));
    }

    void textNeverReachesTheSql()
    {
        for (const std::string &text : kTexts) {
            const auto filter = Filter::parse("entity == " + quoted(text), Instant(std::int64_t{0}));
            if (!filter)
                continue;
            Parameters parameters;
            const std::string sql = filterSql(*filter, parameters);
            QVERIFY(sql == "entity = $1" || sql == "coalesce(full_number(entity) = $1, false)");
        }
    }
};

QTEST_GUILESS_MAIN(tst_FilterSql)
#include "tst_filtersql.moc"
