#include "ui/fixtures.h"
#include "ui/jobs/dataset_preparer.h"
#include "ui/jobs/window_planner.h"
#include "ui/widgets/class_counts.h"
#include "ui/widgets/windows_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <cmath>

using namespace broto;
using namespace broto::ui;

namespace {

/// 50 readings a second of two axes; every 200 of them the motion changes.
Project streamProject()
{
    std::string csv = "t (s);ax;ay;motion\n";
    for (int i = 0; i < 3000; ++i) {
        const bool walk = (i / 200) % 2;
        const double wave = std::sin(i * (walk ? 0.9 : 0.1));
        csv += std::to_string(i * 0.02) + ";" + std::to_string(wave * (walk ? 2 : 0.3) + 0.01 * (i % 7)) + ";" +
               std::to_string(1 - wave * 0.2 + 0.01 * (i % 5)) + ";" + (walk ? "walk" : "rest") + "\n";
    }
    Project project = test::projectOf(csv);
    project.data.columns[0].role = Role::Time;
    return project;
}

}

class WindowsPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { test::speakEnglish(); }

    void init()
    {
        m_bench = std::make_unique<Bench>();
        m_bench->document.replace(streamProject(), {});
        QTRY_VERIFY(m_bench->planner.signs());
    }

    void cleanup() { m_bench.reset(); }

    void aTableWithoutTimesIsLeftAlone()
    {
        m_bench->document.replace(test::irisProject(), {});
        QTRY_VERIFY(m_bench->planner.signs());
        QVERIFY(find<QLabel>("streamHint")->isHidden());
        QVERIFY(!find<QCheckBox>("windowsWanted")->isChecked());
    }

    void aStreamIsHintedAtAndMadeWindowsOfByOneClick()
    {
        QVERIFY(!find<QLabel>("streamHint")->isHidden());
        find<QPushButton>("makeWindows")->click();
        QVERIFY(windows());
        QVERIFY(find<QLabel>("streamHint")->isHidden());
        QTRY_VERIFY(m_bench->planner.plan());
        QVERIFY(m_bench->planner.plan()->ok());
        const QString outcome = find<QLabel>("windowsOutcome")->text();
        QVERIFY2(outcome.contains(QStringLiteral("windows of")), qPrintable(outcome));
        QTRY_VERIFY(m_bench->document.datasetIsCurrent());
        const QString counts = find<ClassCounts>("windowsOfClasses")->text();
        QVERIFY2(counts.contains(QStringLiteral("rest: ")) && counts.contains(QStringLiteral("walk: ")),
                 qPrintable(counts));
        QCOMPARE(m_bench->document.history().undoText(), QStringLiteral("Change the windows"));
        m_bench->document.history().undo();
        QVERIFY(!windows());
        QTRY_VERIFY(!find<QLabel>("streamHint")->isHidden());
    }

    void lengthAndStrideAreEdits()
    {
        make();
        find<QDoubleSpinBox>("windowLength")->setValue(32);
        QCOMPARE(windows()->length.amount, 32.0);
        find<QDoubleSpinBox>("windowStride")->setValue(8);
        QTRY_VERIFY(m_bench->planner.plan());
        QCOMPARE((*m_bench->planner.plan())->stream.length, 32);
        QCOMPARE((*m_bench->planner.plan())->stream.stride, 8);
        m_bench->document.history().undo();
        QVERIFY(windows()->stride.amount != 8);
    }

    void theSameWindowIsToldInSeconds()
    {
        make();
        find<QDoubleSpinBox>("windowLength")->setValue(50);
        QTRY_VERIFY(m_bench->planner.plan());
        auto* unit = find<QComboBox>("windowUnit");
        QVERIFY(unit->isEnabled());
        unit->setCurrentIndex(1);
        emit unit->activated(1);
        QVERIFY(windows()->length.unit == WindowSpan::Unit::Seconds);
        QVERIFY(std::abs(windows()->length.amount - 1.0) < 1e-3);
        QTRY_VERIFY(m_bench->planner.plan());
        QCOMPARE((*m_bench->planner.plan())->stream.length, 50);
    }

    void everyFeatureTeachesAndCanBeChosen()
    {
        make();
        for (const WindowFeatureKind kind : allWindowFeatures()) {
            auto* box = find<QCheckBox>(("windowFeature" + std::to_string(static_cast<int>(kind))).c_str());
            QVERIFY(!box->text().isEmpty());
            QVERIFY(box->toolTip().endsWith(u'.'));
            const bool before = hasFeature(*windows(), kind);
            box->click();
            QCOMPARE(hasFeature(*windows(), kind), !before);
            m_bench->document.history().undo();
            QCOMPARE(box->isChecked(), before);
        }
    }

    void bandsAreAskedForWithTheirPower()
    {
        make();
        QTRY_VERIFY(m_bench->planner.plan());
        auto* bands = find<QSpinBox>("windowBands");
        QVERIFY(!bands->isVisibleTo(&m_bench->panel));
        find<QCheckBox>(("windowFeature" + std::to_string(int(runtime::bandPowerFeature))).c_str())->click();
        QVERIFY(bands->isVisibleTo(&m_bench->panel));
        QTRY_VERIFY(m_bench->planner.plan());
        bands->setValue(6);
        QCOMPARE(windows()->bands.size(), std::size_t(6));
        QVERIFY(std::abs(windows()->bands.back().to - 25.0) < 0.1); // half of 50 a second
    }

    void windowsThatCannotBeAreSaidInThePanel()
    {
        make();
        find<QDoubleSpinBox>("windowLength")->setValue(16'000);
        QTRY_VERIFY(m_bench->planner.plan());
        QVERIFY(!m_bench->planner.plan()->ok());
        QVERIFY(!find<QLabel>("windowsProblem")->isHidden());
        QVERIFY(!find<QLabel>("windowsProblem")->text().isEmpty());
    }

private:
    struct Bench {
        Document document;
        DatasetPreparer preparer{document};
        WindowPlanner planner{document};
        WindowsPanel panel{document, planner};
    };

    template<class Widget>
    Widget* find(const char* name)
    {
        return m_bench->panel.findChild<Widget*>(QLatin1String(name));
    }

    const std::optional<WindowChoices>& windows() { return m_bench->document.project().data.windows; }

    void make()
    {
        find<QPushButton>("makeWindows")->click();
        QTRY_VERIFY(m_bench->planner.plan());
    }

    std::unique_ptr<Bench> m_bench;
};

QTEST_MAIN(WindowsPanelTest)
#include "tst_windows_panel.moc"
