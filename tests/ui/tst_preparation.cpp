#include "ui/commands/data_edits.h"
#include "ui/fixtures.h"
#include "ui/jobs/data_checker.h"
#include "ui/jobs/dataset_preparer.h"
#include "ui/jobs/open_job.h"
#include "ui/jobs/window_planner.h"
#include "ui/pages/data_page.h"
#include "ui/pages/data_views.h"
#include "ui/widgets/class_counts.h"
#include "ui/widgets/missing_list.h"
#include "ui/widgets/preparation_panel.h"
#include "ui/widgets/scaling_list.h"
#include "ui/widgets/split_bar.h"
#include "ui/widgets/split_panel.h"
#include "ui/widgets/target_row.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace broto;
using namespace broto::ui;

/// The data page with what works on it, over the logger's readings.
class PreparationTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Light);
        test::speakEnglish();
    }

    void init()
    {
        m_bench = std::make_unique<Bench>();
        m_bench->document.replace(test::projectOf(test::loggerCsv()), {});
        QTRY_VERIFY(m_bench->document.checksAreCurrent());
    }

    void cleanup() { m_bench.reset(); }

    void theTargetIsShownAndSummedUp()
    {
        QCOMPARE(box("target")->currentText(), QStringLiteral("state"));
        // co, temp, two rooms and three people
        const QString text = label("learnSummary")->text();
        QVERIFY2(text.startsWith(QStringLiteral("4 feature")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("become 7 number")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("room has 2 categor")), qPrintable(text));
        choose("target", 0);
        QTRY_VERIFY(label("learnSummary")->text().endsWith(QStringLiteral("predicts a value in mg/m³.")));
        QCOMPARE(m_bench->page.views().column(), 0);
        document().history().undo();
        QCOMPARE(box("target")->currentText(), QStringLiteral("state"));
    }

    void withoutATargetTheNextActionIsNamed()
    {
        DataEdits(document()).giveRole({4}, Role::Ignore);
        QCOMPARE(label("learnSummary")->text(), QStringLiteral("Choose the target column to go on."));
        QTRY_VERIFY(document().problem(Stage::Data));
        QVERIFY(!m_bench->page.primaryButton().isEnabled());
    }

    void theTaskIsAnEdit()
    {
        choose("target", 0);
        box("task")->setCurrentIndex(1);
        emit box("task")->activated(1);
        QCOMPARE(data().task, std::optional(Task::Classification));
        QCOMPARE(document().history().undoText(), QStringLiteral("Change what is learned"));
        document().history().undo();
        QVERIFY(!data().task);
    }

    void everyScalingIsExplainedAndCanBeChosen()
    {
        for (const Scaling scaling : {Scaling::MinMax, Scaling::Robust, Scaling::None, Scaling::Standard}) {
            auto* button =
                m_bench->page.findChild<QRadioButton*>(QStringLiteral("scaling%1").arg(static_cast<int>(scaling)));
            QVERIFY(!button->text().isEmpty() && !button->toolTip().isEmpty());
            button->click();
            QCOMPARE(data().scaling, scaling);
        }
        document().history().undo();
        QCOMPARE(data().scaling, Scaling::None);
        QVERIFY(m_bench->page.findChild<QRadioButton*>(QStringLiteral("scaling3"))->isChecked());
    }

    void eachWayToSplitShowsWhatItNeeds_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QStringList>("fields");
        QTest::newRow("random") << int(SplitMethod::Random) << QStringList{QStringLiteral("splitSeed")};
        QTest::newRow("stratified") << int(SplitMethod::Stratified) << QStringList{QStringLiteral("splitSeed")};
        QTest::newRow("group") << int(SplitMethod::Group)
                               << QStringList{QStringLiteral("splitGroup"), QStringLiteral("splitSeed")};
        QTest::newRow("time") << int(SplitMethod::Time) << QStringList{};
        QTest::newRow("column") << int(SplitMethod::Column) << QStringList{QStringLiteral("splitColumn")};
        QTest::newRow("file") << int(SplitMethod::File)
                              << QStringList{QStringLiteral("testFile"), QStringLiteral("splitSeed")};
        QTest::newRow("folds") << int(SplitMethod::Folds)
                               << QStringList{QStringLiteral("folds"), QStringLiteral("fold"),
                                              QStringLiteral("splitSeed")};
    }

    void eachWayToSplitShowsWhatItNeeds()
    {
        QFETCH(int, method);
        QFETCH(QStringList, fields);
        chooseData("splitMethod", method);
        QCOMPARE(int(*data().split.method), method);
        auto* panel = m_bench->page.findChild<SplitPanel*>();
        for (const char* name : {"splitGroup", "splitColumn", "testFile", "folds", "fold", "splitSeed"}) {
            const auto* field = panel->findChild<QWidget*>(QLatin1String(name));
            QVERIFY2(field->isVisibleTo(panel) == fields.contains(QLatin1String(name)), name);
        }
        document().history().undo();
        QVERIFY(!data().split.method);
    }

    void groupsAreChosenInThePanel()
    {
        chooseData("splitMethod", int(SplitMethod::Group));
        QTRY_VERIFY(!label("splitProblem")->isHidden()); // there is no group yet
        QCOMPARE(label("splitProblem")->property("tone").toString(), QStringLiteral("muted"));
        QVERIFY(!stripIsShown());
        chooseData("splitGroup", 3);
        QCOMPARE(data().columns[3].role, Role::Group);
        QTRY_VERIFY(document().datasetIsCurrent());
        QVERIFY(label("splitProblem")->isHidden());
        chooseData("splitGroup", 2);
        QCOMPARE(data().columns[2].role, Role::Group);
        QCOMPARE(data().columns[3].role, Role::Feature);
    }

    void foldsTakeTurnsAtBeingTheTest()
    {
        chooseData("splitMethod", int(SplitMethod::Folds));
        QTRY_VERIFY(document().datasetIsCurrent());
        const auto first = document().dataset()->test.tableRows;
        spin("fold")->setValue(2);
        QCOMPARE(data().split.fold, 1);
        QTRY_VERIFY(document().datasetIsCurrent());
        QVERIFY(document().dataset()->test.tableRows != first);
        spin("folds")->setValue(2);
        QCOMPARE(data().split.folds, 2);
        QCOMPARE(spin("fold")->maximum(), 2);
        spin("fold")->setValue(2);
        spin("folds")->setValue(3);
        spin("folds")->setValue(2);
        QCOMPARE(data().split.fold, 1);
    }

    void theSeedSharesTheRowsOutAnew()
    {
        const auto before = document().dataset()->test.tableRows;
        spin("splitSeed")->setValue(7);
        QTRY_VERIFY(document().datasetIsCurrent());
        QVERIFY(document().dataset()->test.tableRows != before);
        document().history().undo();
        QCOMPARE(spin("splitSeed")->value(), 1);
    }

    void rowsAreCountedByClassAndPart()
    {
        const QString counts = m_bench->page.findChild<ClassCounts*>(QStringLiteral("classCounts"))->text();
        QVERIFY2(counts.contains(QStringLiteral("good: 25 · 6 · 5")) ||
                     counts.contains(QStringLiteral("good: 25 · 5 · 6")),
                 qPrintable(counts));
        choose("target", 0); // a number has no classes
        QTRY_VERIFY(document().datasetIsCurrent());
        QVERIFY(m_bench->page.findChild<ClassCounts*>(QStringLiteral("classCounts"))->isHidden());
    }

    void bordersOfFoldsKeepTheTestPart()
    {
        SplitBar bar;
        bar.resize(400, 48);
        Split split;
        bar.setSplit(split, SplitBar::Free::First);
        bar.setCounts({64, 16, 20});
        connect(&bar, &SplitBar::splitWanted, &bar, [&](const Split& wanted) { split = wanted; });
        QTest::keyClick(&bar, Qt::Key_Right);
        QVERIFY(qAbs(split.training - 85.0 * 65 / 80) < 1e-9);
        QVERIFY(qAbs(split.training + split.validation - 85) < 1e-9);
        QCOMPARE(split.test, 15.0);
        const Split before = split;
        QTest::keyClick(&bar, Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(split == before);
    }

    void givenPartsCannotBeDragged()
    {
        SplitBar bar;
        bar.setSplit({}, SplitBar::Free::None);
        bar.setCounts({6, 2, 2});
        QSignalSpy wanted(&bar, &SplitBar::splitWanted);
        QTest::keyClick(&bar, Qt::Key_Right);
        QTest::mousePress(&bar, Qt::LeftButton, {}, {bar.width() * 6 / 10, 10});
        QTest::mouseMove(&bar, {10, 10});
        QCOMPARE(wanted.count(), 0);
    }

    void theTestFileIsReadAndCanBeUndone()
    {
        chooseData("splitMethod", int(SplitMethod::File));
        QTRY_VERIFY(!label("splitProblem")->isHidden());
        const QString path = fileWith(test::loggerCsv());
        auto* button = m_bench->page.findChild<QPushButton*>(QStringLiteral("testFile"));
        button->click();
        auto* dialog = m_bench->page.findChild<QFileDialog*>(QStringLiteral("testFileDialog"));
        QVERIFY(dialog);
        emit dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(document().project().testSource);
        QTRY_VERIFY(document().datasetIsCurrent());
        QCOMPARE(button->text(), QStringLiteral("test.csv"));
        QCOMPARE(document().dataset()->test.rows(), std::size_t(60));
        document().history().undo();
        QVERIFY(!document().project().testSource);
        QTRY_VERIFY(!label("splitProblem")->isHidden());
    }

    void aTestFileWithoutAColumnIsSaidBesideIt()
    {
        m_bench->open.openTestFile(fileWith("co (mg/m³);temp\n1,5;2\n2,5;3\n"));
        QTRY_VERIFY(!label("splitProblem")->isHidden());
        QVERIFY(label("splitProblem")->text().contains(QStringLiteral("room")) ||
                label("splitProblem")->text().contains(QStringLiteral("state")));
    }

    void columnsThatLackValuesLeadToTheirCards()
    {
        auto* list = m_bench->page.findChild<MissingList*>();
        const auto links = list->findChildren<QPushButton*>();
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.first()->text(), QStringLiteral("temp"));
        m_bench->page.views().selectColumn(0);
        links.first()->click();
        QCOMPARE(m_bench->page.views().column(), 1);
    }

    void theTargetsColumnIsSelectedFirst() { QCOMPARE(m_bench->page.views().column(), 4); }

    void nothingIsCutOffAtTheSmallestWindow_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("Portuguese") << QStringLiteral("pt_BR");
    }

    void nothingIsCutOffAtTheSmallestWindow()
    {
        QFETCH(QString, language);
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/i18n/broto_%1.qm").arg(language)));
        QApplication::installTranslator(&translator);
        DataPage& page = m_bench->page;
        constexpr QSize room(1366 - 180, 768 - 46 - 44);
        QVERIFY2(page.minimumSizeHint().width() <= room.width(),
                 qPrintable(QString::number(page.minimumSizeHint().width())));
        QVERIFY2(page.minimumSizeHint().height() <= room.height(),
                 qPrintable(QString::number(page.minimumSizeHint().height())));
        page.resize(room);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        for (const auto* button : page.findChildren<QAbstractButton*>())
            if (button->isVisible() && !button->text().isEmpty())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
    }

    void whatIsEditedWhileAFileIsReadStays()
    {
        m_bench.reset(new Bench);
        document().replace(test::irisProject(), {});
        QSignalSpy failed(&m_bench->open, &OpenJob::failed);
        QSignalSpy opened(&m_bench->open, &OpenJob::opened);
        m_bench->open.openSample(test::sample("wine"));
        DataEdits(document()).setScaling(Scaling::MinMax);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(opened.count(), 0);
        QCOMPARE(data().scaling, Scaling::MinMax);
        document().history().undo();
        m_bench->open.openSample(test::sample("wine"));
        QTRY_COMPARE(opened.count(), 1);
    }

private:
    struct Bench {
        Document document;
        JobRunner runner;
        DatasetPreparer preparer{document};
        DataChecker checker{document};
        OpenJob open{document, runner};
        WindowPlanner planner{document};
        DataPage page{document, open, planner};
    };

    Document& document() { return m_bench->document; }
    const DataChoices& data() { return m_bench->document.project().data; }
    QComboBox* box(const char* name) { return m_bench->page.findChild<QComboBox*>(QLatin1String(name)); }
    QLabel* label(const char* name) { return m_bench->page.findChild<QLabel*>(QLatin1String(name)); }
    QSpinBox* spin(const char* name) { return m_bench->page.findChild<QSpinBox*>(QLatin1String(name)); }

    bool stripIsShown()
    {
        const auto& problem = document().problem(Stage::Data);
        for (const auto* label : m_bench->page.findChildren<QLabel*>())
            if (problem && label->isVisibleTo(&m_bench->page) && label->objectName().isEmpty() &&
                label->text() == QString::fromStdString(inEnglish(*problem)))
                return true;
        return false;
    }

    void choose(const char* name, int index)
    {
        box(name)->setCurrentIndex(index);
        emit box(name)->activated(index);
    }

    void chooseData(const char* name, int data)
    {
        const int index = box(name)->findData(data);
        QVERIFY(index >= 0);
        choose(name, index);
    }

    QString fileWith(const std::string& csv)
    {
        const QString path = m_folder.filePath(QStringLiteral("test.csv"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(csv.data(), qint64(csv.size())) != qint64(csv.size()))
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Bench> m_bench;
};

QTEST_MAIN(PreparationTest)
#include "tst_preparation.moc"
