// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every recorded answer of every source against counts taken by an independent reading (tests/support/payloads/*.py
// writes *.json beside it). Skipped with a sentence when the recordings are not beside the project.
#include "core/base/text.h"
#include "core/sources/provider.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using core::base::qs;
using core::sources::FaultKind;

namespace {

QString recordings()
{
    return QStringLiteral(FORESHOCK_SHARED_DATA "/payloads");
}

QString toWord(FaultKind kind)
{
    switch (kind) {
    case FaultKind::NotFound:
        return u"not_found"_s;
    case FaultKind::TooMany:
        return u"too_many"_s;
    case FaultKind::NoAccess:
        return u"no_access"_s;
    case FaultKind::Refused:
        return u"refused"_s;
    case FaultKind::Unavailable:
        return u"unavailable"_s;
    case FaultKind::NotData:
        return u"not_data"_s;
    case FaultKind::Artificial:
        return u"artificial"_s;
    }
    return {};
}

/// The status a recording came with, where its name tells it ("…_error_404_…", "…_http403.json").
int statusOf(const QString &file)
{
    static const QRegularExpression pattern(u"(?:http|_)([345]\\d\\d)(?:[_.]|$)"_s);
    const auto match = pattern.match(file);
    return match.hasMatch() ? match.captured(1).toInt() : 200;
}

/// "a: 1, b: 2", so that a difference reads well.
QString shown(const QJsonObject &counts)
{
    QStringList parts;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        parts.append(u"%1: %2"_s.arg(it.key()).arg(it.value().toInteger()));
    return parts.join(u", "_s);
}

void add(QJsonObject &counts, const QString &key, qint64 by = 1)
{
    counts[key] = counts.value(key).toInteger() + by;
}

} // namespace

class tst_Payloads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QJsonObject>("expected");
        if (!QDir(recordings()).exists())
            QSKIP("the recorded answers (../shared/data/payloads) are not beside the project");
        for (const auto &provider : core::sources::providers()) {
            const QString name = qs(provider->info().name);
            QFile counts(u"%1/%2.json"_s.arg(QStringLiteral(FORESHOCK_PAYLOAD_COUNTS), name));
            if (!QDir(recordings() + u'/' + name).exists())
                continue; // no recording of this source: its own test must do
            QVERIFY2(counts.open(QIODevice::ReadOnly), qPrintable(counts.fileName()));
            const QJsonObject files = QJsonDocument::fromJson(counts.readAll()).object();
            QVERIFY2(!files.isEmpty(), qPrintable(counts.fileName()));
            QDirIterator all(recordings() + u'/' + name, QDir::Files, QDirIterator::Subdirectories);
            while (all.hasNext()) {
                const QString file = QDir(recordings() + u'/' + name).relativeFilePath(all.next());
                QVERIFY2(files.contains(file), qPrintable(file + u" was not counted"_s));
                QTest::addRow("%s/%s", qPrintable(name), qPrintable(file))
                    << name << file << files.value(file).toObject();
            }
        }
    }

    void counts()
    {
        QFETCH(QString, source);
        QFETCH(QString, file);
        QFETCH(QJsonObject, expected);
        const auto *provider = core::sources::findProvider(source.toStdString());
        QFile recording(u"%1/%2/%3"_s.arg(recordings(), source, file));
        QVERIFY(recording.open(QIODevice::ReadOnly));
        const QByteArray bytes = recording.readAll();
        core::sources::Payload payload;
        payload.bytes = {bytes.constData(), static_cast<std::size_t>(bytes.size())};
        payload.origin = file.toStdString();
        payload.status = statusOf(file);
        payload.fetchedAt = core::base::Instant(core::base::Date(std::chrono::days(20'700)));
        payload.ask.endpoint = provider->recognise(payload);
        QCOMPARE(qs(payload.ask.endpoint), expected.value(u"endpoint"_s).toString());
        if (payload.ask.endpoint.empty())
            return; // nothing of this source
        const core::sources::Parsed parsed = provider->parse(payload);
        QCOMPARE(parsed.fault ? toWord(parsed.fault->kind) : QString(), expected.value(u"fault"_s).toString());
        QCOMPARE(qint64(parsed.records), expected.value(u"records"_s).toInteger());
        QJsonObject refused;
        for (const auto &refusal : parsed.refusals.list())
            add(refused, refusal.reason, qint64(refusal.count));
        QCOMPARE(shown(refused), shown(expected.value(u"refused"_s).toObject()));
        QJsonObject types;
        QJsonObject entities;
        for (const auto &event : parsed.values.events) {
            add(types, qs(event.eventType));
            add(entities, qs(event.entity));
            QVERIFY(event.timestamp.isValid() && event.knownAt.isValid());
            QVERIFY(event.knownAt >= event.timestamp || event.knownBasis == core::domain::KnownBasis::Scheduled);
            QCOMPARE(qs(event.source), source);
        }
        QCOMPARE(shown(types), shown(expected.value(u"types"_s).toObject()));
        QCOMPARE(shown(entities), shown(expected.value(u"entities"_s).toObject()));
        QCOMPARE(qint64(parsed.values.bars.size()), expected.value(u"bars"_s).toInteger());
        // the same bytes, the same values
        const core::sources::Parsed again = provider->parse(payload);
        QCOMPARE(again.values.events.size(), parsed.values.events.size());
        for (std::size_t i = 0; i < again.values.events.size(); ++i) {
            QVERIFY(again.values.events[i].id == parsed.values.events[i].id);
            QVERIFY(core::domain::contentHash(again.values.events[i]) ==
                    core::domain::contentHash(parsed.values.events[i]));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Payloads)
#include "tst_payloads.moc"
