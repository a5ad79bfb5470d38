#include "ui/widgets/cell_text.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/feature_form.h"
#include "ui/widgets/feature_row.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/network_view.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/page_room.h"
#include "ui/widgets/plot_panel.h"
#include "ui/widgets/split_bar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace broto;
using namespace broto::ui;

namespace {

/// Contrast of two colours as WCAG defines it.
double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double part) {
            return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}

class WidgetsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void whatAPageOutOfSightNeedsIsNoReasonToScroll()
    {
        auto* pages = new QStackedWidget;
        PageRoom room(pages, nullptr);
        for (const int height : {200, 900}) {
            auto* page = new QWidget;
            page->setMinimumHeight(height);
            (new QVBoxLayout(page))->addStretch();
            pages->addWidget(page);
        }
        room.resize(400, 300);
        room.show();
        QVERIFY(QTest::qWaitForWindowExposed(&room));
        room.resize(400, 300);
        QTRY_COMPARE(room.verticalScrollBar()->maximum(), 0);
        pages->setCurrentIndex(1);
        QTRY_VERIFY(room.verticalScrollBar()->maximum() > 0);
    }

    void textContrastsWithWhatIsBehindIt_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(Theme::Light);
        QTest::newRow("dark") << int(Theme::Dark);
    }

    void textContrastsWithWhatIsBehindIt()
    {
        QFETCH(int, theme);
        const Colours c = coloursFor(static_cast<Theme>(theme));
        for (const QColor& behind : {c.background, c.surface, c.accentSurface})
            for (const QColor& text : {c.text, c.muted})
                QVERIFY2(contrast(text, behind) >= 4.5, qPrintable(text.name() + u' ' + behind.name()));
        QVERIFY(contrast(c.onAccent, c.accent) >= 4.5);
        QVERIFY(contrast(c.accent, c.surface) >= 4.5);
        QVERIFY(contrast(c.error, c.surface) >= 4.5);
    }

    void boxesThatAreNotTickedCanBeSeen_data() { textContrastsWithWhatIsBehindIt_data(); }

    void boxesThatAreNotTickedCanBeSeen()
    {
        QFETCH(int, theme);
        applyTheme(*qApp, static_cast<Theme>(theme));
        const Colours colours = coloursFor(static_cast<Theme>(theme));
        QCheckBox box;
        QRadioButton choice;
        for (QWidget* widget : {static_cast<QWidget*>(&box), static_cast<QWidget*>(&choice)}) {
            const QImage picture = widget->grab().toImage();
            double strongest = 1;
            for (int x = 0; x < picture.width(); ++x)
                strongest = std::max(strongest, contrast(picture.pixelColor(x, picture.height() / 2), colours.surface));
            QVERIFY2(strongest >= 3, qPrintable(QString::number(strongest)));
        }
        applyTheme(*qApp, Theme::Light);
    }

    void aColumnHasAsManyDecimalsAsItsValuesNeed_data()
    {
        QTest::addColumn<std::vector<double>>("values");
        QTest::addColumn<QString>("first");
        using Values = std::vector<double>;
        QTest::newRow("as many as the longest") << Values{20.5, 3.25} << QStringLiteral("20.50");
        QTest::newRow("six digits at most") << Values{1234.56789, 1.5} << QStringLiteral("1,234.57");
        QTest::newRow("whole numbers") << Values{1234567, 2} << QStringLiteral("1,234,567");
        QTest::newRow("small ones") << Values{0.00012345678, 0.0002} << QStringLiteral("0.000123457");
    }

    void aColumnHasAsManyDecimalsAsItsValuesNeed()
    {
        QFETCH(std::vector<double>, values);
        Column column;
        column.values = Column::Values::Numbers;
        column.type = ColumnType::Number;
        column.numbers = values;
        column.min = *std::min_element(values.begin(), values.end());
        column.max = *std::max_element(values.begin(), values.end());
        QTEST(shownText(column, 0, shownDecimals(column)), "first");
    }

    void aUnitIsSaidOnce()
    {
        Column column;
        column.name = "CO2 (g/s) [maf]";
        column.unit = "g/s";
        QCOMPARE(columnTitle(column), QStringLiteral("CO2 (g/s) [maf]"));
        column.name = "CO2";
        QCOMPARE(columnTitle(column), QStringLiteral("CO2 (g/s)"));
    }

    void numbersHaveUnitsAndTheSeparatorsOfTheLanguage()
    {
        QCOMPARE(bytesText(120), QStringLiteral("120 B"));
        QCOMPARE(bytesText(32256), QStringLiteral("31.5 KiB"));
        QCOMPARE(bytesOfText(120, 2048), QStringLiteral("120 of 2,048 B"));
        QCOMPARE(bytesOfText(3174, 32256), QStringLiteral("3.1 of 31.5 KiB"));
        QCOMPARE(microsecondsText(212), QStringLiteral("212 µs"));
        QCOMPARE(microsecondsText(1900), QStringLiteral("1.9 ms"));
        QCOMPARE(durationText(125), QStringLiteral("2 min 5 s"));
        QCOMPARE(valueText(5.125), QStringLiteral("5.125"));
        QCOMPARE(valueText(1000001.25), QStringLiteral("1,000,001")); // a pressure, not 1E+06
        QCOMPARE(valueText(2.5e12), QStringLiteral("2.5E+12"));
        QCOMPARE(roughText(0.0395833), QStringLiteral("0.03958"));
        QCOMPARE(changeText(Task::Regression, -0.0012), QStringLiteral("−0.0012"));
        QCOMPARE(changeText(Task::Regression, 0.00001), QStringLiteral("±0.0000"));
        QLocale::setDefault(QLocale(QLocale::Portuguese, QLocale::Brazil));
        QCOMPARE(metricText(Task::Classification, 0.973), QStringLiteral("97,3 %"));
        QCOMPARE(countText(10230), QStringLiteral("10.230"));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void aStripIsThereOnlyWhileItHasSomethingToSay()
    {
        MessageStrip strip;
        QVERIFY(!strip.isVisibleTo(nullptr));
        strip.show(Severity::Error, message("test.no", "The file %1 is gone.", "a.csv"));
        QCOMPARE(strip.text(), QStringLiteral("The file a.csv is gone."));
        QSignalSpy closed(&strip, &MessageStrip::closed);
        strip.findChild<QToolButton*>()->click();
        QCOMPARE(closed.count(), 1);
        QVERIFY(strip.text().isEmpty());
    }

    void bordersOfTheSplitMoveByKeyAndStayInOrder()
    {
        SplitBar bar;
        Split split;
        bar.setSplit(split);
        connect(&bar, &SplitBar::splitWanted, &bar, [&](const Split& wanted) {
            split = wanted;
            bar.setSplit(wanted);
        });
        QTest::keyClick(&bar, Qt::Key_Right);
        QCOMPARE(split.training, 71.0);
        QCOMPARE(split.validation, 14.0);
        QTest::keyClick(&bar, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(split.test, 16.0);
        for (int i = 0; i < 200; ++i)
            QTest::keyClick(&bar, Qt::Key_Right);
        QVERIFY(split.validation >= 0 && split.test >= 0);
        for (int i = 0; i < 200; ++i)
            QTest::keyClick(&bar, Qt::Key_Left);
        QVERIFY(split.training >= 10);
    }

    void layersAreAddedRemovedAndResized()
    {
        NetworkView view;
        NetworkDesign design{{{8}}};
        view.setDesign(design, 4, 3);
        connect(&view, &NetworkView::designWanted, &view, [&](const NetworkDesign& wanted) {
            design = wanted;
            view.setDesign(design, 4, 3);
        });
        view.findChild<QSpinBox*>(QStringLiteral("units1"))->setValue(12);
        QCOMPARE(design.hidden[0].units, 12);
        view.findChild<QToolButton*>(QStringLiteral("addLayer1"))->click();
        QCOMPARE(design.hidden.size(), std::size_t(2));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (int left = 2; left > 0; --left) {
            view.findChild<QToolButton*>(QStringLiteral("removeLayer1"))->click();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        QVERIFY(design.hidden.empty());
        view.findChild<QToolButton*>(QStringLiteral("addLayer0"))->click();
        QCOMPARE(design.hidden.size(), std::size_t(1));
    }

    void aColumnIsDraggedAndTurned()
    {
        NetworkView view;
        NetworkDesign design{{{8}, {5}}};
        view.resize(500, 420);
        view.setDesign(design, 4, 3);
        view.show();
        connect(&view, &NetworkView::designWanted, &view, [&](const NetworkDesign& wanted) {
            design = wanted;
            view.setDesign(design, 4, 3);
        });
        const QPoint onFirst(qRound(view.placed().centre(1)), qRound(view.placed().drawing().top()) + 5);
        QTest::mousePress(&view, Qt::LeftButton, {}, onFirst);
        QTest::mouseMove(&view, onFirst + QPoint(3, 41));
        QCOMPARE(design.hidden[0].units, 13);
        QTest::mouseMove(&view, onFirst - QPoint(0, 400));
        QCOMPARE(design.hidden[0].units, 1);
        QTest::mouseRelease(&view, Qt::LeftButton, {}, onFirst);
        QTest::mouseMove(&view, onFirst + QPoint(0, 41)); // and nothing is held any more
        QCOMPARE(design.hidden[0].units, 1);

        const QPointF onSecond(view.placed().centre(2), view.placed().drawing().center().y());
        const auto turn = [&](const QPointF& place, int eighths) {
            QWheelEvent event(place, view.mapToGlobal(place), {}, {0, eighths}, {}, {}, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&view, &event);
            return event.isAccepted();
        };
        QVERIFY(turn(onSecond, 120));
        QVERIFY(turn(onSecond, 60) && turn(onSecond, 60)); // two halves of a step
        QCOMPARE(design.hidden[1].units, 7);
        QVERIFY(!turn({view.placed().centre(0), onSecond.y()}, 120)); // that scrolls
        view.setLocked(true);
        QVERIFY(!turn(onSecond, 120));
        QCOMPARE(design.hidden[1].units, 7);
    }

    void hundredsOfFieldsAreMadeWhenTheyAreSeen()
    {
        Preprocessing preprocessing;
        for (int i = 0; i < 300; ++i)
            preprocessing.features.push_back({"x" + std::to_string(i), "", {}, 0, 2.0f * static_cast<float>(i + 1)});
        FeatureForm form;
        form.setFeatures(preprocessing);
        form.setChangeable(false);
        const auto fields = [&form] { return form.findChildren<FeatureRow*>().size(); };
        QCOMPARE(fields(), 0);
        QCOMPARE(form.row().size(), std::size_t(300));
        static_cast<QWidget&>(form).show();
        QVERIFY(fields() > 0 && fields() < 300);
        std::vector<float> row(300, 1);
        row.back() = 7;
        form.show(row); // before all are there
        QTRY_COMPARE(fields(), 300);
        QCOMPARE(form.findChildren<FeatureRow*>().back()->value(), 7.0f);
        QVERIFY(!form.findChildren<QSlider*>().back()->isEnabled());
        form.setFeatures({{{"only", "", {}, 0, 1}}, {}});
        QTRY_COMPARE(fields(), 1);
    }

    void whatIsUnderTheMouseIsTold()
    {
        NetworkView view;
        view.resize(500, 420);
        view.setDesign({{{2}}}, 2, 1);
        view.setNames({QStringLiteral("temp"), QStringLiteral("hum")}, {QStringLiteral("CO2")});
        const auto at = [&](QPointF place) {
            const auto spot = view.placed().spotAt(place);
            return spot ? view.textOf(*spot) : QString();
        };
        const auto inputs = view.placed().neurons(0), hidden = view.placed().neurons(1);
        QCOMPARE(at(inputs[1]), QStringLiteral("hum"));
        const QPointF edge = inputs[0] + 0.6 * (hidden[1] - inputs[0]);
        QCOMPARE(at(edge), QStringLiteral("temp → neuron 2 of layer 1"));
        QCOMPARE(at({2, 2}), QString());

        const auto network = std::make_shared<Network>();
        network->layers.resize(2);
        network->layers[0].weights = Matrix::Zero(2, 2);
        network->layers[0].weights(1, 0) = -0.25f;
        network->layers[0].bias = Vector::Constant(2, 0.5f);
        network->layers[1].weights = Matrix::Ones(1, 2);
        network->layers[1].bias = Vector::Zero(1);
        view.setWeights(network);
        QCOMPARE(at(edge), QStringLiteral("temp → neuron 2 of layer 1: weight -0.25"));
        QCOMPARE(at(hidden[0]), QStringLiteral("neuron 1 of layer 1: bias 0.5"));
        QCOMPARE(at(view.placed().neurons(2)[0]), QStringLiteral("CO2: bias 0"));
        view.setDesign({{{3}}}, 2, 1); // the weights are of another shape now
        QCOMPARE(at(view.placed().neurons(1)[0]), QStringLiteral("neuron 1 of layer 1"));
    }

    void theCodeIsHighlightedAndFound()
    {
        CodeView view;
        view.show(FoldedCode(QStringLiteral("// note\nint a = 1;\n/* over\nlines */ return;\n")));
        const auto formats = [&](int line) { return view.document()->findBlockByNumber(line).layout()->formats(); };
        QCOMPARE(formats(0).size(), 1);
        QCOMPARE(formats(1).size(), 2);
        QCOMPARE(formats(3).size(), 2);
        view.search(QStringLiteral("return"));
        QCOMPARE(view.hitCount(), 1);
        view.search(QStringLiteral("nowhere"));
        QCOMPARE(view.hitCount(), 0);
    }

    void curvesTakeTheirPoints()
    {
        PlotPanel plot;
        plot.setCurves(2);
        plot.setData(0, {{1, 0.5}, {2, 0.4}, {3, 0.3}});
        plot.rescale();
        QCOMPARE(plot.points(0), 3);
        QCOMPARE(plot.points(1), 0);
    }
};

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
