// How plots make the best of little room: ticks, names and points that never cover each other.

#include "ui/fixtures.h"
#include "ui/models/variants_model.h"
#include "ui/widgets/plot_panel.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/point_places.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/trade_off_plot.h"

#include <QApplication>
#include <QLineF>
#include <QTest>
#include <qcustomplot.h>

using namespace broto;
using namespace broto::ui;

namespace {

/// Shows a plot, and waits until it has drawn itself for the last time.
QCustomPlot& drawn(QWidget& widget)
{
    auto& plot = *widget.findChild<QCustomPlot*>();
    widget.show();
    if (!QTest::qWaitForWindowExposed(&widget))
        qFatal("no window");
    plot.replot();
    QCoreApplication::processEvents();
    plot.replot();
    return plot;
}

/// Pixels between the labels of neighbouring ticks; less than 0 where they overlap.
double leastGap(const QCPAxis& axis)
{
    const QFontMetricsF metrics(axis.tickLabelFont());
    const bool across = axis.orientation() == Qt::Horizontal;
    const QVector<double> ticks = axis.ticker() ? axis.tickVector() : QVector<double>();
    const QVector<QString> labels = axis.tickVectorLabels();
    double least = 1e9;
    for (qsizetype i = 1; i < ticks.size(); ++i) {
        const auto size = [&](qsizetype tick) {
            const QSizeF text = metrics.size(0, labels[tick]);
            return across ? text.width() : text.height();
        };
        const double distance = std::abs(axis.coordToPixel(ticks[i]) - axis.coordToPixel(ticks[i - 1]));
        least = std::min(least, distance - (size(i) + size(i - 1)) / 2);
    }
    return least;
}

std::vector<std::shared_ptr<const Variant>> variantsThatCoincide()
{
    auto variants = test::trainedIris().variants;
    for (const char* name : {"second", "third"}) {
        auto copy = std::make_shared<Variant>(*variants[1]);
        copy->model.name = name;
        variants.push_back(copy);
    }
    return variants;
}

}

class PlotsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void labelsOfTicksNeverTouch_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("epochs");
        QTest::addColumn<double>("most");
        QTest::newRow("many epochs in a narrow plot") << QSize(300, 220) << 17'500.0 << 0.1;
        QTest::newRow("thousands in a low plot") << QSize(500, 120) << 10.0 << 5000.0;
        QTest::newRow("tiny") << QSize(200, 120) << 123'456.0 << 123'456.0;
    }

    void labelsOfTicksNeverTouch()
    {
        QFETCH(QSize, size);
        QFETCH(double, epochs);
        QFETCH(double, most);
        PlotPanel panel;
        panel.setCurves(1);
        panel.setAxisNames(QStringLiteral("Epoch"), QStringLiteral("Loss"));
        panel.resize(size);
        panel.setData(0, {{1, most}, {epochs, 0}});
        panel.rescale();
        const QCustomPlot& plot = drawn(panel);
        for (const QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
            QVERIFY(!axis->tickVector().isEmpty());
            QVERIFY2(leastGap(*axis) >= 0, qPrintable(QString::number(leastGap(*axis))));
        }
    }

    void aPlotThatGrowsHasItsTicksAgain()
    {
        PlotPanel panel;
        panel.setCurves(1);
        panel.resize(200, 120);
        panel.setData(0, {{1, 0}, {17'500, 1}});
        panel.rescale();
        const QCustomPlot& plot = drawn(panel);
        const auto few = plot.xAxis->tickVector().size();
        panel.resize(900, 400);
        QTRY_VERIFY(plot.xAxis->tickVector().size() > few);
    }

    void pointsThatCoincideStandSideBySide()
    {
        const auto places = pointsApart({{50, 10}, {200, 10}, {51, 11}, {50, 10}}, 12);
        QCOMPARE(places[1], QPointF(200, 10)); // alone
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t other = 0; other < i; ++other)
                QVERIFY(QLineF(places[i], places[other]).length() >= 12);
        QVERIFY(places[0].x() < places[3].x() && places[3].x() < places[2].x()); // in their order
    }

    void everyVariantIsSeenAndNamed()
    {
        VariantsModel model;
        model.setVariants(variantsThatCoincide(), Board());
        TradeOffPlot plot(model);
        plot.resize(800, 240);
        plot.setChosen(2);
        drawn(plot);
        QCOMPARE(plot.namesShown().size(), 4);
        QCOMPARE(plot.namesShown().front(), QStringLiteral("second")); // the chosen one before all others
        QSet<QString> told;
        for (int y = 0; y < plot.height(); y += 2)
            for (int x = 0; x < plot.width(); x += 2)
                if (const QString text = plot.textAt(QPointF(x, y)); text.contains(u'\n'))
                    told << text.section(u'\n', 0, 0);
        QCOMPARE(told, QSet<QString>({QStringLiteral("float"), QStringLiteral("ptq-int8"), QStringLiteral("second"),
                                      QStringLiteral("third")}));
    }

    void anAccuracyEndsAtAHundredPercent()
    {
        VariantsModel model;
        auto variants = variantsThatCoincide();
        for (auto& variant : variants) {
            auto perfect = std::make_shared<Variant>(*variant);
            perfect->test.headline = 1;
            variant = perfect;
        }
        model.setVariants(variants, Board());
        TradeOffPlot plot(model);
        plot.resize(800, 300);
        const QCustomPlot& inside = drawn(plot);
        QVERIFY(inside.yAxis->range().contains(1));
        QCOMPARE(inside.yAxis->tickVectorLabels().back(), QStringLiteral("100 %"));
    }

    void theSeriesKeepTheirColoursInTheDark()
    {
        const Colours dark = coloursFor(Theme::Dark), light = coloursFor(Theme::Light);
        for (int series = 0; series < 6; ++series) {
            QCOMPARE(seriesInk(series, light), seriesColour(series));
            QCOMPARE(seriesInk(series, dark), seriesColour(series, Theme::Dark));
            QVERIFY(seriesInk(series, dark).value() <= 235); // no neon
            if (series > 0)
                QCOMPARE(seriesInk(series, dark), seriesInk(series, light));
        }
    }
};

QTEST_MAIN(PlotsTest)
#include "tst_plots.moc"
