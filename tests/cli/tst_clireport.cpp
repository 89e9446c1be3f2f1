// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using tests::Ran;
using tests::run;
using tests::words;

#ifdef FORESHOCK_HAS_PDF

namespace {

/// What a program of poppler-utils says; these read what others would read.
QString poppler(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(60'000) ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

QStringList pagesOf(const QString &pdf)
{
    QStringList pages = poppler(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")}).split(u'\f');
    pages.removeLast(); // a form feed ends each page
    for (QString &page : pages)
        page = page.simplified();
    return pages;
}

#define NEEDS_POPPLER()                                                                                      \
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())                               \
    QSKIP("poppler-utils is not installed, so nothing can read the PDF")

} // namespace

#endif

/// The tear sheet as others read it: text, fonts, pictures, links; and every way it cannot be made.
class TestCliReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

#ifdef FORESHOCK_HAS_PDF
    void saysEverything();
    void drawsVectorsWithItsFonts();
    void linksTheTableToThePages();
    void outlinesItsPages();
    void givesTheSameFileAgain();
    void printsOneFinding();
    void saysHonestlyThatNothingWasFound();
    void takesHostileNamesForText();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void leavesNothingOnAFullDisk();
    void startsNoSlowerForIt();
#else
    void saysThatThisBuildHasNone();
#endif

private:
    [[nodiscard]] Ran here(const QStringList &arguments) const
    {
        return run(QStringList{QStringLiteral("-w"), m_sample} + arguments);
    }
    [[nodiscard]] QString file(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] Ran print(const QString &name, const QString &pdf, const QStringList &more = {}) const
    {
        return here(QStringList{QStringLiteral("report"), name, QStringLiteral("--pdf"), pdf} + more);
    }
    QString ask(const QJsonObject &study);

    QTemporaryDir m_folder;
    QString m_sample;
    QJsonObject m_report;
    QString m_run;
    QString m_pdf;
};

void TestCliReport::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_sample = file("sample");
    EXITS_WITH(run(words("workspace init --sample --seed 7") + QStringList{m_sample}), 0);
#ifdef FORESHOCK_HAS_PDF
    const Ran ran = here(words("--json study run sample"));
    EXITS_WITH(ran, 0);
    m_report = ran.json();
    m_run = m_report.value(QStringLiteral("run")).toString();
    m_pdf = file("sheet.pdf");
    const Ran printed = print(m_run, m_pdf, {QStringLiteral("--json"), QStringLiteral("--quiet")});
    EXITS_WITH(printed, 0);
    QVERIFY2(printed.err.isEmpty(), printed.said());
    QCOMPARE(printed.json().value(QStringLiteral("pdf")).toString(), m_pdf);
    QCOMPARE(printed.json().value(QStringLiteral("findings")).toInt(), 12);
#endif
}

#ifdef FORESHOCK_HAS_PDF

QString TestCliReport::ask(const QJsonObject &study)
{
    QFile out(file("study.json"));
    if (!out.open(QIODevice::WriteOnly))
        return {};
    out.write(QJsonDocument(study).toJson());
    out.close();
    return here({QStringLiteral("--json"), QStringLiteral("study"), QStringLiteral("run"), out.fileName()})
        .json()
        .value(QStringLiteral("run"))
        .toString();
}

void TestCliReport::saysEverything()
{
    NEEDS_POPPLER();
    const QStringList pages = pagesOf(m_pdf);
    QVERIFY(pages.size() > 20);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        QVERIFY2(pages[i].contains(QStringLiteral("Simulated data")), qPrintable(pages[i]));
        QVERIFY(pages[i].contains(QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size())));
        QVERIFY(pages[i].contains(QStringLiteral("which simulated events move which")));
        QVERIFY(pages[i].contains(QStringLiteral("snapshot ") +
                                  m_report.value(QStringLiteral("snapshot")).toString()));
        QVERIFY(pages[i].contains(m_report.value(QStringLiteral("result_hash")).toString().left(16)));
    }
    const QJsonObject best = m_report.value(QStringLiteral("findings"))[0].toObject();
    const QString event = best.value(QStringLiteral("event")).toString();
    const QString whole = pages.join(u' ');
    QVERIFY(whole.contains(m_report.value(QStringLiteral("result_hash")).toString()));
    QVERIFY(whole.contains(best.value(QStringLiteral("hypothesis")).toString()));
    QVERIFY(whole.contains(m_run));
    QVERIFY(whole.contains(QStringLiteral("Significant: %1, %2, bars")
                               .arg(event, best.value(QStringLiteral("asset")).toString())));
    QVERIFY(whole.contains(QStringLiteral("in a family of 2,562")));
    QVERIFY(whole.contains(QStringLiteral("n %1; adjusted p").arg(best.value(QStringLiteral("n")).toInt())));
    for (const char *words :
         {"From question to validation", "candidate or better", "the logarithm of their count",
          "After the discovery", "Later events have not been looked at yet", "Method in words", "Westfall and Young", "How much was asked", "Parameters", "\"market_model\"",
          "Notes", "Before the event", "sealed", "Leaving out any one event",
          "The effect at every distance from the event", "Could chance alone do this?",
          "Does it hold in every part of the sample?", "What happened around the event"})
        QVERIFY2(whole.contains(QString::fromLatin1(words)), words);
}

void TestCliReport::drawsVectorsWithItsFonts()
{
    NEEDS_POPPLER();
    QCOMPARE(poppler(QStringLiteral("pdfimages"), {QStringLiteral("-list"), m_pdf}).count(u'\n'),
             2); // its heading
    const QStringList fonts = poppler(QStringLiteral("pdffonts"), {m_pdf}).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(fonts.size() > 2);
    for (const QString &font : fonts.mid(2)) {
        const QStringList parts = font.simplified().split(u' ');
        QVERIFY2(parts.size() >= 6 && parts[parts.size() - 5] == QStringLiteral("yes"), qPrintable(font));
    }
    const QString info = poppler(QStringLiteral("pdfinfo"), {m_pdf});
    QVERIFY2(info.contains(QStringLiteral("A4")), qPrintable(info));
    QVERIFY(info.contains(QStringLiteral("Foreshock")));
    QVERIFY(QFileInfo(m_pdf).size() < 2'000'000);
}

void TestCliReport::linksTheTableToThePages()
{
    NEEDS_POPPLER();
    const QString xml = poppler(QStringLiteral("pdftohtml"), {QStringLiteral("-xml"), QStringLiteral("-i"),
                                                              QStringLiteral("-stdout"), m_pdf});
    QVERIFY(xml.contains(QStringLiteral("#2\"")));
    QVERIFY(xml.contains(QStringLiteral("#24\"")));
    QVERIFY(!xml.contains(QStringLiteral("foreshock:page")));
}

void TestCliReport::outlinesItsPages()
{
    NEEDS_POPPLER();
    const QString said = poppler(QStringLiteral("pdftohtml"), {QStringLiteral("-xml"), QStringLiteral("-i"),
                                                               QStringLiteral("-stdout"), m_pdf});
    static const QRegularExpression item(QStringLiteral("<item page=\"(\\d+)\">(.*)</item>"));
    QStringList titles;
    int last = 0;
    for (auto found = item.globalMatch(said.mid(said.indexOf(QStringLiteral("<outline>"))));
         found.hasNext();) {
        const QRegularExpressionMatch one = found.next();
        titles << one.captured(2);
        QVERIFY(one.captured(1).toInt() >= last); // in the order of the pages
        last = one.captured(1).toInt();
    }
    QVERIFY2(titles.size() > 12 * 3, qPrintable(said.right(2000)));
    const QString best =
        m_report.value(QStringLiteral("findings"))[0].toObject().value(QStringLiteral("event")).toString();
    QVERIFY2(titles.filter(QRegularExpression(QStringLiteral("^1\\. "))).value(0).contains(best),
             qPrintable(titles.join(u'\n')));
    QVERIFY(titles.contains(QStringLiteral("Method in words")));
    QVERIFY(titles.contains(QStringLiteral("Parameters")));
    const QStringList pages = pagesOf(m_pdf);
    QVERIFY(last <= pages.size());
}

void TestCliReport::givesTheSameFileAgain()
{
    EXITS_WITH(print(m_run, file("again.pdf")), 0);
    QFile one(m_pdf), two(file("again.pdf"));
    QVERIFY(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
    QCOMPARE(one.readAll() == two.readAll(), true);
}

void TestCliReport::printsOneFinding()
{
    const QString id = m_report.value(QStringLiteral("findings"))[1][QStringLiteral("hypothesis")].toString();
    EXITS_WITH(print(m_run, file("one.pdf"), {QStringLiteral("--finding"), id.left(16)}), 0);
    NEEDS_POPPLER();
    const QStringList pages = pagesOf(file("one.pdf"));
    QVERIFY(pages.size() < 8);
    QVERIFY(pages.join(u' ').contains(id));
    QVERIFY(pages[0].contains(QStringLiteral("One of 2,562 hypotheses asked at once")));
}

void TestCliReport::saysHonestlyThatNothingWasFound()
{
    const QString name =
        ask({{QStringLiteral("name"), QStringLiteral("Nothing here")},
             {QStringLiteral("events"),
              QJsonArray{
                  QJsonObject{{QStringLiteral("filter"), QStringLiteral("event_type == satellite_launch")}}}},
             {QStringLiteral("assets"), QJsonArray{QStringLiteral("SIM-EN01"), QStringLiteral("SIM-EN02")}},
             {QStringLiteral("windows"), QJsonArray{QJsonArray{1, 1}, QJsonArray{1, 5}}}});
    QVERIFY(!name.isEmpty());
    EXITS_WITH(print(name, file("nothing.pdf")), 0);
    NEEDS_POPPLER();
    const QStringList pages = pagesOf(file("nothing.pdf"));
    for (const char *words :
         {"0 of 4 significant", "The smallest effect that would have been seen 80 % of the time",
          "What would help", "none of it is established", "strongest asked"})
        QVERIFY2(pages[0].contains(QString::fromLatin1(words)), words);
}

void TestCliReport::takesHostileNamesForText()
{
    const QString name =
        ask({{QStringLiteral("name"),
              QStringLiteral("<b>bold</b> \u202egnp.exe %1 %2 <img src=x>") + QString(300, u'A')},
             {QStringLiteral("events"),
              QJsonArray{QJsonObject{
                  {QStringLiteral("name"), QStringLiteral("<a href='x'>%1</a>") + QString(90, u'w')},
                  {QStringLiteral("filter"), QStringLiteral("event_type == satellite_launch")}}}},
             {QStringLiteral("assets"), QJsonArray{QStringLiteral("SIM-EN01")}},
             {QStringLiteral("windows"), QJsonArray{QJsonArray{1, 2}}}});
    QVERIFY(!name.isEmpty());
    EXITS_WITH(print(name, file("hostile.pdf")), 0);
    NEEDS_POPPLER();
    const QStringList pages = pagesOf(file("hostile.pdf"));
    QVERIFY(pages[0].contains(QStringLiteral("<b>bold</b>")));
    QVERIFY(pages[0].contains(QStringLiteral("\\u202egnp.exe")));
    QVERIFY(pages[0].contains(QStringLiteral("%1 %2")));
    QVERIFY(pages[0].contains(QStringLiteral("SIM-EN01"))); // the long name leaves the others their room
}

void TestCliReport::refusesWhatCannotBe_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const QString pdf = file("refused.pdf");
    const auto row = [](const char *what, const QStringList &arguments, int code) {
        QTest::newRow(what) << arguments << code;
    };
    row("no file", {QStringLiteral("report"), m_run}, 2);
    row("no such run", {QStringLiteral("report"), QStringLiteral("nonsense"), QStringLiteral("--pdf"), pdf},
        2);
    row("a run like an option",
        {QStringLiteral("report"), QStringLiteral("--pdf"), pdf, QStringLiteral("--"),
         QStringLiteral("--json")},
        2);
    row("no hypothesis",
        {QStringLiteral("report"), m_run, QStringLiteral("--pdf"), pdf, QStringLiteral("--finding"),
         QStringLiteral("zz")},
        2);
    row("unknown hypothesis",
        {QStringLiteral("report"), m_run, QStringLiteral("--pdf"), pdf, QStringLiteral("--finding"),
         QStringLiteral("0000000000000000")},
        2);
    row("no such folder", {QStringLiteral("report"), m_run, QStringLiteral("--pdf"), file("not/there.pdf")},
        2);
    row("a folder", {QStringLiteral("report"), m_run, QStringLiteral("--pdf"), m_folder.path()}, 2);
    row("a device", {QStringLiteral("report"), m_run, QStringLiteral("--pdf"), QStringLiteral("/dev/null")},
        2);
}

void TestCliReport::refusesWhatCannotBe()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    const QStringList before = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden);
    const Ran ran = here(QStringList{QStringLiteral("--quiet")} + arguments);
    EXITS_WITH(ran, code);
    QVERIFY2(ran.saysOneSentence(), ran.said());
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden), before);
}

void TestCliReport::leavesNothingOnAFullDisk()
{
    // no file may grow beyond 100 kB, which the sheet does; the signal that comes with it is ignored
    QTemporaryDir folder;
    QProcess shell;
    shell.start(QStringLiteral("bash"),
                {QStringLiteral("-c"), QStringLiteral("trap '' XFSZ; ulimit -f 100; exec \"$@\""),
                 QStringLiteral("sh"), QStringLiteral(FORESHOCK_CLI), QStringLiteral("-w"), m_sample,
                 QStringLiteral("--quiet"), QStringLiteral("report"), m_run, QStringLiteral("--pdf"),
                 folder.filePath(QStringLiteral("x.pdf"))});
    QVERIFY(shell.waitForFinished(60'000));
    const QByteArray said = shell.readAllStandardError();
    QCOMPARE(shell.exitCode(), 3);
    QCOMPARE(said.count('\n'), 1);
    QVERIFY2(said.startsWith("foreshock-cli: "), said.constData());
    QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestCliReport::startsNoSlowerForIt()
{
    // what draws is a program of its own: no other command loads Qt Gui
    QProcess ldd;
    ldd.start(QStringLiteral("ldd"), {QStringLiteral(FORESHOCK_CLI)});
    if (!ldd.waitForStarted())
        QSKIP("there is no ldd to list the libraries with");
    QVERIFY(ldd.waitForFinished());
    QVERIFY(!ldd.readAllStandardOutput().contains("libQt6Gui"));
}

#else

void TestCliReport::saysThatThisBuildHasNone()
{
    const Ran ran = here(words("report x --pdf x.pdf"));
    EXITS_WITH(ran, 2);
    QVERIFY2(ran.saysOneSentence(), ran.said());
    QVERIFY(ran.err.contains("PDF"));
}

#endif

QTEST_GUILESS_MAIN(TestCliReport)
#include "tst_clireport.moc"
