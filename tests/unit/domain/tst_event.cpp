// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/event.h"
#include "tests/support/check.h"

using namespace core;
using namespace core::domain;

class tst_Event : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentHashSeesContentOnly()
    {
        Event event;
        event.source = "usgs";
        event.eventType = "earthquake";
        event.value = 9.1;
        Event other = event;
        other.seq = 7;
        other.revision = 2;
        other.parserVersion = 3;
        other.ingestedAt = base::Instant(1);
        other.knownAt = base::Instant(2);
        other.knownBasis = KnownBasis::Observed;
        QCOMPARE(contentHash(other), contentHash(event));
        other.value = 9.0;
        QVERIFY(contentHash(other) != contentHash(event));
        other = event;
        std::swap(other.source, other.unit);
        QVERIFY(contentHash(other) != contentHash(event));
    }

    void aTimeOfSightIsNoContent()
    {
        Event event;
        event.timestamp = event.knownAt = base::Instant(1);
        event.knownBasis = KnownBasis::Observed;
        event.metadata = "{\"title\":\"a\",\"undated\":true}";
        const auto seenAt = [](Event seen, std::int64_t micros) {
            seen.timestamp = seen.knownAt = base::Instant(micros);
            return seen;
        };
        QCOMPARE(contentHash(seenAt(event, 2)), contentHash(event));
        Event other = seenAt(event, 2);
        other.text = "b";
        QVERIFY(contentHash(other) != contentHash(event));
        // what its source dates is told apart by the date
        for (const char *metadata : {"{\"title\":\"a\"}", "{\"title\":\"\\\"undated\\\":true\"}", ""}) {
            event.metadata = metadata;
            QVERIFY(contentHash(seenAt(event, 2)) != contentHash(event));
        }
        event.metadata = "{\"undated\":true}";
        event.knownBasis = KnownBasis::Published;
        QVERIFY(contentHash(seenAt(event, 2)) != contentHash(event));
    }

    void foldingFindsWhatPeopleMean()
    {
        QCOMPARE(foldText("STRIKE at Port"), std::string("strike at port"));
        QCOMPARE(foldText("ÉTÉ Ａ ﬁ"), std::string("été a fi"));
    }

    void basesAndPrecisionsRoundTrip()
    {
        for (const KnownBasis basis :
             {KnownBasis::Published, KnownBasis::Observed, KnownBasis::Scheduled, KnownBasis::Estimated})
            QCOMPARE(*parseKnownBasis(toText(basis)), basis);
        VERIFY_ERROR(parsePrecision("hour"), base::ErrorCode::BadInput);
    }
};

QTEST_APPLESS_MAIN(tst_Event)
#include "tst_event.moc"
