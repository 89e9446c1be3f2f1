// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/check.h"
#include "widgets/charts/chartexport.h"
#include "widgets/charts/chartjson.h"
#include "widgets/charts/chartview.h"
#include "widgets/charts/render.h"

#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QJsonDocument>
#include <QMenu>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <thread>

using namespace widgets;

namespace {

constexpr double kStart = 1'577'836'800e6; // 2020-01-01
constexpr double kDay = 86'400e6;

ChartSpec everything()
{
    std::vector<double> x, y, low, high, open, close;
    for (int i = 0; i < 300; ++i) {
        x.push_back(kStart + i * kDay);
        open.push_back(100 + 5 * std::sin(i * 0.2));
        close.push_back(100 + 5 * std::sin(i * 0.2 + 0.2));
        high.push_back(std::max(open.back(), close.back()) + 1);
        low.push_back(std::min(open.back(), close.back()) - 1);
        y.push_back(i == 7 ? std::nan("") : -2.5 + i);
    }
    ChartSpec spec;
    spec.title = QStringLiteral("A & B <script>alert(1)</script>");
    spec.yTitle = QStringLiteral("bp");
    spec.source = QStringLiteral("Simulated");
    spec.summary = QStringLiteral("1 < 2 & 3");
    spec.timeAxis = true;
    const Column times = column(x);
    for (const ChartLook look :
         {ChartLook::Band, ChartLook::Line, ChartLook::Step, ChartLook::Points, ChartLook::Columns}) {
        ChartSeries series;
        series.name = QStringLiteral("=cmd %1").arg(int(look));
        series.look = look;
        series.color = int(look);
        series.x = times;
        series.y = column(y);
        series.low = column(low);
        series.high = column(high);
        spec.series.push_back(series);
    }
    spec.candles = ChartCandles{times, column(open), column(high), column(low), column(close), {}, {}};
    spec.markers = {{kStart + 10 * kDay, QStringLiteral("m"), 1, 1},
                    {kStart + 11 * kDay, QStringLiteral("m"), 1, 2},
                    {kStart + 200 * kDay, QStringLiteral("m"), 2, 3}};
    spec.shades = {{kStart + 40 * kDay, kStart + 60 * kDay, Role::Accent, QStringLiteral("[0, +5]")}};
    spec.rules = {{Qt::Horizontal, 50, QStringLiteral("Fifty"), Role::Warn, true},
                  {Qt::Vertical, kStart + 100 * kDay, QStringLiteral("Here"), Role::Accent, false}};
    return spec;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether a PDF holds pictures, as pdfimages counts them; nothing when that program is not there.
std::optional<int> picturesIn(const QString &path)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pdfimages"));
    if (program.isEmpty())
        return std::nullopt;
    QProcess process;
    process.start(program, {QStringLiteral("-list"), path});
    if (!process.waitForFinished(30'000))
        return std::nullopt;
    return static_cast<int>(process.readAllStandardOutput().count('\n')) - 2;
}

} // namespace

class TestChartExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pngHasTheSizeAskedFor();
    void svgParsesAndHoldsNoPicture();
    void pdfHoldsNoPicture();
    void saysWhatItIsMadeOf();
    void copiesAPicture_data();
    void copiesAPicture();
    void keepsAChartAsJson();
    void keepsTheExtremesOfALongChart();
    void takesNoDamagedChart_data();
    void takesNoDamagedChart();
    void csvEqualsTheSeries();
    void refusesWithASentence();
    void anyThreadWritesTheSame();
    void pagesAreDrawnAlike();

private:
    bool write(const QString &path, QString *why, int scale = 1)
    {
        const auto done = exportChart(m_view->plot(), path, scale, m_clock.now());
        *why = done ? QString() : done.error().message;
        return done.ok();
    }
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }

    QTemporaryDir m_folder;
    core::base::ManualClock m_clock{core::base::Instant(core::base::Date(std::chrono::year(2026) / 6 / 1))};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ChartView> m_view;
};

void TestChartExport::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    m_theme = std::make_unique<Theme>();
    m_theme->use(QStringLiteral("dark"));
    m_view = std::make_unique<ChartView>(*m_theme);
    m_view->setClock(m_clock);
    m_view->resize(700, 400);
    m_view->setSpec(everything());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestChartExport::pngHasTheSizeAskedFor()
{
    QString why;
    int height = 0;
    for (const int scale : {1, 2, 4}) {
        QVERIFY2(write(path("a.png"), &why, scale), qPrintable(why));
        const QImage image(path("a.png"));
        QCOMPARE(image.width(), 700 * scale);
        height = scale == 1 ? image.height() : height;
        QCOMPARE(image.height(), height * scale);
        QVERIFY(height > 400); // the caption has its own line
        QCOMPARE(image.pixelColor(1, image.height() - 1), m_theme->color(Role::Panel));
        QCOMPARE(image.pixelColor(image.width() - 1, 1), m_theme->color(Role::Panel));
    }
}

void TestChartExport::svgParsesAndHoldsNoPicture()
{
    QString why;
    QVERIFY2(write(path("a.svg"), &why), qPrintable(why));
    const QByteArray bytes = readAll(path("a.svg"));
    QXmlStreamReader xml(bytes);
    QString text;
    QString title;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        QVERIFY(xml.name() != QLatin1String("image"));
        QVERIFY(xml.name() != QLatin1String("script"));
        if (xml.name() == QLatin1String("text"))
            text += xml.readElementText() + QLatin1Char('\n');
        else if (xml.name() == QLatin1String("title"))
            title = xml.readElementText();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(QSvgRenderer(bytes).isValid());
    QCOMPARE(title, m_view->spec().title);
    QVERIFY(text.contains(QStringLiteral("<script>alert(1)</script>")));
    QVERIFY(text.contains(QStringLiteral("2020-01-01 to 2020-10-")) ||
            text.contains(QStringLiteral("2019-12-31 to 2020-10-")));
    QVERIFY(text.contains(QStringLiteral("exported 2026-06-01 00:00 UTC")));
}

void TestChartExport::pdfHoldsNoPicture()
{
    QString why;
    QVERIFY2(write(path("a.pdf"), &why), qPrintable(why));
    QVERIFY(readAll(path("a.pdf")).startsWith("%PDF-1."));
    const std::optional<int> pictures = picturesIn(path("a.pdf"));
    if (!pictures)
        QSKIP("pdfimages is not installed, so that pictures in the PDF cannot be counted");
    QCOMPARE(*pictures, 0);
}

void TestChartExport::saysWhatItIsMadeOf()
{
    // source, note, range, time and run, even where the chart is narrower than the sentence
    ChartSpec spec = everything();
    spec.source =
        QStringLiteral("Run 20260601-7f3a, snapshot 1-250. Simulated data from a workspace with a long name");
    ChartView view(*m_theme);
    view.setClock(m_clock);
    view.resize(260, 240);
    view.setSpec(spec);
    view.setNote(QStringLiteral("Shaded: bars [0, +5] around the events of run 20260601-7f3a."));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    VERIFY_OK(exportChart(view.plot(), path("note.svg"), 1, m_clock.now(), view.note()));
    QXmlStreamReader xml(readAll(path("note.svg")));
    QStringList texts;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("text"))
            texts << xml.readElementText().trimmed();
    }
    const QString whole = texts.join(QLatin1Char(' '));
    for (const QString &words :
         {spec.source, view.note(), QStringLiteral("UTC · exported 2026-06-01 00:00 UTC")})
        QVERIFY2(whole.contains(words), qPrintable(whole));
}

void TestChartExport::copiesAPicture_data()
{
    QTest::addColumn<int>("scale");
    for (const int scale : {1, 2, 3, 4})
        QTest::addRow("%d", scale) << scale;
}

void TestChartExport::copiesAPicture()
{
    QFETCH(int, scale);
    QString why;
    QVERIFY2(write(path("as.png"), &why, scale), qPrintable(why));
    QSignalSpy copied(m_view.get(), &ChartView::imageCopied);
    QApplication::clipboard()->clear();
    if (scale == 1) {
        m_view->setFocus();
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    } else {
        const std::unique_ptr<QMenu> menu(m_view->makeMenu());
        menu->actions().at(scale - 1)->trigger();
    }
    QTRY_COMPARE(copied.count(), 1);
    QImage image = QApplication::clipboard()->image();
    image.setDevicePixelRatio(1); // a file has none
    const QImage file(path("as.png"));
    QCOMPARE(image.size(), file.size());
    QCOMPARE(image.width(), 700 * scale);
    QCOMPARE(image.convertToFormat(QImage::Format_RGB32), file.convertToFormat(QImage::Format_RGB32));
}

void TestChartExport::keepsAChartAsJson()
{
    ChartSpec spec = everything();
    spec.breaks = {kStart + 10 * kDay, kStart + 20 * kDay};
    spec.missing = {kStart + 15 * kDay};
    const std::pair range(kStart, kStart + 150 * kDay);
    const QJsonObject json = chartToJson(spec, range);
    const QByteArray bytes = QJsonDocument(json).toJson();
    const auto read = chartFromJson(QJsonDocument::fromJson(bytes).object());
    QVERIFY(read);
    QCOMPARE(chartRange(json), std::optional(range));
    QCOMPARE(read->title, spec.title);
    QCOMPARE(read->zone, spec.zone);
    QCOMPARE(read->series.size(), spec.series.size());
    QCOMPARE(read->breaks, spec.breaks);
    QCOMPARE(read->missing, spec.missing);
    QCOMPARE(read->shades.size(), spec.shades.size());
    QCOMPARE(read->rules.size(), spec.rules.size());
    QVERIFY(read->candles && spec.candles);
    // drawn from the file it is the same picture
    const Tokens light = Tokens::load(QStringLiteral("light"));
    const auto draw = [&](const ChartSpec &what) {
        QImage image(600, 300, QImage::Format_RGB32);
        QPainter painter(&image);
        RenderOptions options;
        options.range = range;
        options.font = QFont(QStringLiteral("DejaVu Sans"));
        options.font.setPixelSize(11);
        renderChart(what, light, painter, QRectF(0, 0, 600, 300), 1, options);
        return image;
    };
    QCOMPARE(draw(*read), draw(spec));
}

void TestChartExport::keepsTheExtremesOfALongChart()
{
    std::vector<double> x, y;
    for (int i = 0; i < 500'000; ++i) {
        x.push_back(i);
        y.push_back(i == 123'456 ? 1000 : i == 333'333 ? -1000 : i % 7);
    }
    ChartSpec spec;
    spec.series.push_back({});
    spec.series[0].x = column(std::move(x));
    spec.series[0].y = column(std::move(y));
    prepare(spec);
    const QJsonObject json = chartToJson(spec, {0, 499'999});
    QVERIFY(QJsonDocument(json).toJson(QJsonDocument::Compact).size() < 200'000);
    const auto read = chartFromJson(json);
    QVERIFY(read);
    const auto [least, most] = std::ranges::minmax(*read->series[0].y);
    QCOMPARE(least, -1000.0);
    QCOMPARE(most, 1000.0);
}

void TestChartExport::takesNoDamagedChart_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("lengths") << QByteArray(R"({"series": [{"x": [1, 2], "y": [1]}]})");
    QTest::newRow("backwards") << QByteArray(R"({"series": [{"x": [2, 1], "y": [1, 2]}]})");
    QTest::newRow("no number") << QByteArray(R"({"series": [{"x": [1, null], "y": [1, 2]}]})");
    QTest::newRow("candles") << QByteArray(R"({"candles": {"x": [1, 2], "open": [1, 2]}})");
}

void TestChartExport::takesNoDamagedChart()
{
    QFETCH(QByteArray, json);
    QVERIFY(!chartFromJson(QJsonDocument::fromJson(json).object()));
}

void TestChartExport::csvEqualsTheSeries()
{
    QString why;
    m_view->showRange(kStart + 5 * kDay, kStart + 9 * kDay);
    QVERIFY2(write(path("a.csv"), &why), qPrintable(why));
    m_view->resetRange();
    const QList<QByteArray> lines = readAll(path("a.csv")).replace("\r", "").trimmed().split('\n');
    QCOMPARE(lines.size(), 6);
    QVERIFY(lines[0].startsWith("Time (UTC),Open,High,Low,Close,"));
    QVERIFY(lines[0].contains("'=cmd")); // no formula for a spreadsheet
    QVERIFY(lines[1].startsWith("2020-01-06T00:00:00Z,"));
    QCOMPARE(lines[1].split(',').at(7), QByteArray("2.5"));
    QCOMPARE(lines[3].split(',').at(7), QByteArray()); // missing is empty
}

void TestChartExport::refusesWithASentence()
{
    QString why;
    QVERIFY(!write(path("a.gif"), &why));
    QVERIFY(why.contains(QStringLiteral(".png")));
    QVERIFY(!write(path("none/a.png"), &why));
    QVERIFY(why.contains(QStringLiteral("a.png")));
}

void TestChartExport::anyThreadWritesTheSame()
{
    for (const char *name : {"t.png", "t.svg", "t.pdf", "t.csv"}) {
        QString why;
        QVERIFY2(write(path(name), &why, 2), qPrintable(why));
        const QByteArray here = readAll(path(name));
        const QString there = path("there.") + QString::fromLatin1(name).section(QLatin1Char('.'), 1);
        QString fault;
        const Plot plot = m_view->plot();
        const core::base::Instant now = m_clock.now();
        std::thread([&plot, &there, &fault, now] {
            const auto done = exportChart(plot, there, 2, now);
            fault = done ? QString() : done.error().message;
        }).join();
        QCOMPARE(fault, QString());
        QByteArray seen = readAll(there);
        QVERIFY(here.size() > 100);
        // a PDF names its time and an identity of its own
        QCOMPARE(seen.size(), here.size());
        if (!there.endsWith(QLatin1String(".pdf")))
            QCOMPARE(seen, here);
    }
}

void TestChartExport::pagesAreDrawnAlike()
{
    const ChartSpec spec = everything();
    const Tokens light = Tokens::load(QStringLiteral("light"));
    RenderOptions options;
    options.range = {kStart + 30 * kDay, kStart + 120 * kDay};
    options.font = QFont(QStringLiteral("DejaVu Sans"));
    options.font.setPixelSize(12);
    // on an image, once plain and once through a scale: the same picture
    QImage plain(600, 300, QImage::Format_RGB32);
    QPainter first(&plain);
    renderChart(spec, light, first, QRectF(0, 0, 600, 300), 1, options);
    first.end();
    QCOMPARE(plain.pixelColor(0, 299), light.color(Role::Panel));
    QFile file(path("page.pdf"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QPdfWriter writer(&file);
    writer.setResolution(1200);
    QPainter page(&writer);
    renderChart(spec, light, page, QRectF(600, 600, 7500, 3750), 96.0 / 1200, options);
    page.end();
    file.close();
    const std::optional<int> pictures = picturesIn(path("page.pdf"));
    if (pictures)
        QCOMPARE(*pictures, 0);
}

QTEST_MAIN(TestChartExport)
#include "tst_chartexport.moc"
