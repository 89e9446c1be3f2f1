// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing lost: a program that inserts, imports and compacts is killed again and again. FORESHOCK_KILLS says
// how often.
#include "tests/support/check.h"
#include "tests/unit/store/eventfixture.h"

#include <QProcess>

#include <set>

using namespace core::base;
using namespace core::domain;
using namespace core::store;

class tst_EventKill : public QObject
{
    Q_OBJECT

private:
    struct Batch {
        int first = 0;
        int count = 0;
    };

    /// Lets a child work until it has reported some batches, and a random moment longer; what it reported.
    static std::vector<Batch> workAndKill(const std::filesystem::path &folder, int first,
                                          std::mt19937_64 &random)
    {
        QProcess child;
        child.setProgram(QStringLiteral(STORE_CHILD));
        child.setArguments({QString::fromStdString(folder.string()), QString::number(first),
                            QString::number(random() % 1000000)});
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start();
        QByteArray reported;
        const auto wanted = static_cast<qsizetype>(1 + random() % 4);
        while (reported.count('\n') < wanted && child.waitForReadyRead(30000))
            reported += child.readAll();
        child.waitForReadyRead(
            static_cast<int>(random() % 25)); // now it is somewhere in the midst of the next thing
        child.kill();
        child.waitForFinished();
        reported += child.readAll();
        std::vector<Batch> batches;
        const auto lines = reported.split('\n');
        for (qsizetype i = 0; i + 1 < lines.size(); ++i) { // the last has no end: not acknowledged
            const auto numbers = lines[i].split(' ');
            batches.push_back({numbers.at(0).toInt(), numbers.at(1).toInt()});
        }
        return batches;
    }

private Q_SLOTS:
    void keepsEveryAcknowledgedEventOnce()
    {
        const int kills = countFromEnvironment("FORESHOCK_KILLS", 30);
        QTemporaryDir dir;
        const std::filesystem::path folder = dir.path().toStdString();
        const SystemClock clock;
        VERIFY_OK(Catalog::create(folder / "catalog.sqlite", clock));
        std::mt19937_64 random(42);
        std::set<Uuid> acknowledged;
        int next = 0;
        for (int kill = 0; kill < kills; ++kill) {
            const std::vector<Batch> batches = workAndKill(folder, next, random);
            QVERIFY2(!batches.empty(), "the child did not get to work");
            for (const Batch &batch : batches) {
                for (int n = batch.first; n < batch.first + batch.count; ++n)
                    acknowledged.insert(fixture::plainEvent(n).id);
                next = batch.first + batch.count;
            }
            // the next child repeats nothing of what may have been in flight
            const int unknownFrom = next;
            next += 40;

            const auto catalog = Catalog::open(folder / "catalog.sqlite", clock);
            VERIFY_OK(catalog);
            EventStore store(folder, **catalog);
            EventQuery query;
            query.verified = true;
            std::map<Uuid, int> seen;
            std::map<Uuid, std::uint64_t> seqOf;
            VERIFY_OK(store.read(query, [&](const Event &event) {
                ++seen[event.id];
                seqOf[event.id] = event.seq;
                return true;
            }));
            for (const auto &[id, times] : seen)
                QVERIFY2(times == 1, "an event is there twice");
            for (const Uuid &id : acknowledged)
                QVERIFY2(seen.contains(id), "an acknowledged event is lost");
            // of the batch in flight everything or nothing: all its rows have one seq
            std::set<std::uint64_t> inFlight;
            int unreported = 0;
            for (int n = unknownFrom; n < next; ++n) {
                const Uuid id = fixture::plainEvent(n).id;
                if (!seen.contains(id))
                    continue;
                ++unreported;
                inFlight.insert(seqOf[id]);
                acknowledged.insert(id); // it is stored now, and must stay
            }
            QVERIFY(inFlight.size() <= 1);
            if (unreported > 0)
                QVERIFY(seen.contains(fixture::plainEvent(unknownFrom + unreported - 1).id)); // no holes
            QCOMPARE(seen.size(), acknowledged.size());
        }
    }
};

QTEST_GUILESS_MAIN(tst_EventKill)
#include "tst_eventkill.moc"
