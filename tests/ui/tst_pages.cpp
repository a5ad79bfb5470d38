#include "ui/commands/delete_variant.h"
#include "ui/fixtures.h"
#include "ui/jobs/compression_job.h"
#include "ui/jobs/data_checker.h"
#include "ui/jobs/dataset_preparer.h"
#include "ui/jobs/open_job.h"
#include "ui/jobs/training_job.h"
#include "ui/jobs/window_planner.h"
#include "ui/models/trace_model.h"
#include "ui/models/variants_model.h"
#include "ui/pages/compress_page.h"
#include "ui/pages/data_page.h"
#include "ui/pages/data_views.h"
#include "ui/pages/export_page.h"
#include "ui/pages/network_page.h"
#include "ui/pages/welcome_page.h"
#include "ui/widgets/budget_bar.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/learning_plot.h"
#include "ui/widgets/preparation_panel.h"
#include "ui/widgets/sample_card.h"
#include "ui/widgets/sweep_plot.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/understood_line.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace broto;
using namespace broto::ui;

namespace {

/// A document with what works on it, as the window has them.
struct Workbench {
    Document document;
    JobRunner runner;
    DatasetPreparer preparer{document};
    DataChecker checker{document};
    WindowPlanner planner{document};
    OpenJob open{document, runner};
    TrainingJob training{document, runner};
    CompressionJob compression{document, runner};
};

void tickOnly(const QWidget& page, std::initializer_list<std::string_view> names)
{
    for (const char* name : {"usePtq", "useQat", "useCodebook", "usePrune", "useDistil"})
        page.findChild<QCheckBox*>(QLatin1String(name))
            ->setChecked(std::find(names.begin(), names.end(), std::string_view(name)) != names.end());
}

/// Numbers of many digits under long names.
std::string longNamedReadings()
{
    std::string csv = "intake_manifold_pressure,alcalinity_of_the_ash,total_area\n";
    for (int i = 1; i <= 60; ++i)
        csv += std::to_string(100'000 + 317 * i) + ',' + std::to_string(0.001 * (i % 7)) + ',' +
               std::to_string(i * (i % 7)) + '\n';
    return csv;
}

void chooseBits(const QWidget& page, const char* name, int bits)
{
    auto* combo = page.findChild<QComboBox*>(QLatin1String(name));
    combo->setCurrentIndex(combo->findData(bits));
}

}

class PagesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void theWelcomePageOffersEverySample()
    {
        WelcomePage page;
        QCOMPARE(page.findChildren<SampleCard*>().size(), 3); // the others are buttons
        QStringList wanted;
        connect(&page, &WelcomePage::sampleWanted, &page,
                [&](const Sample& sample) { wanted << QString::fromStdString(std::string(sample.id)); });
        for (auto* button : page.findChildren<QAbstractButton*>(QRegularExpression(QStringLiteral("^sample_")))) {
            QVERIFY(!button->text().isEmpty());
            button->click();
        }
        wanted.sort();
        QStringList all;
        for (const Sample& sample : samples())
            all << QString::fromStdString(std::string(sample.id));
        QCOMPARE(wanted, all);
    }

    void theDataPageSaysWhatWasUnderstood()
    {
        Workbench bench;
        DataPage page(bench.document, bench.open, bench.planner);
        bench.document.replace(test::irisProject(), {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        const QString sentence = page.findChild<UnderstoodLine*>()->text();
        QVERIFY2(sentence.contains(QStringLiteral("iris.csv")), qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("commas")), qPrintable(sentence));
        QVERIFY(page.primaryButton().isEnabled());
    }

    void anotherTargetIsChosenOnTheDataPage()
    {
        Workbench bench;
        DataPage page(bench.document, bench.open, bench.planner);
        bench.document.replace(test::irisProject(), {});
        auto* target = page.findChild<QComboBox*>(QStringLiteral("target"));
        QVERIFY(target->count() > 1);
        target->setCurrentIndex(0);
        emit target->activated(0);
        QCOMPARE(bench.document.project().data.columns.front().role, Role::Target);
        QCOMPARE(std::ranges::count(bench.document.project().data.columns, Role::Target, &ColumnChoice::role), 1);
        bench.document.history().undo();
        QCOMPARE(bench.document.project().data.columns.back().role, Role::Target);
    }

    void readingTheTableWithoutNamesIsAnEdit()
    {
        Workbench bench;
        bench.document.replace(test::irisProject(), {});
        const std::size_t rows = bench.document.project().source->table->rows;
        bench.open.readAgain({.separator = {}, .decimal = {}, .header = false});
        QTRY_COMPARE(bench.document.project().source->table->rows, rows + 1);
        bench.document.history().undo();
        QCOMPARE(bench.document.project().source->table->rows, rows);
    }

    void theBudgetFollowsTheNetwork()
    {
        Workbench bench;
        NetworkPage page(bench.document, bench.runner, bench.training);
        bench.document.replace(test::irisProject(), {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        const auto* budget = page.findChild<BudgetBar*>(QStringLiteral("budget"));
        const QString before = budget->text();
        QVERIFY2(before.contains(QStringLiteral("Flash")), qPrintable(before));
        page.findChild<QSpinBox*>(QStringLiteral("units1"))->setValue(64);
        QVERIFY(budget->text() != before);
        QCOMPARE(bench.document.project().design.hidden[0].units, 64);
    }

    void trainingFillsTheCurveAndCanBeStopped()
    {
        Workbench bench;
        NetworkPage page(bench.document, bench.runner, bench.training);
        Project project = test::irisProject();
        project.training.epochs = 100'000;
        bench.document.replace(project, {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        QSignalSpy news(&bench.training, &TrainingJob::news);
        page.primaryButton().click();
        QVERIFY(bench.training.running());
        QVERIFY(news.wait());
        QVERIFY(!bench.training.curve().empty());
        QVERIFY(!page.primaryButton().isEnabled()); // the next step is for when it is over
        page.findChild<QPushButton*>(QStringLiteral("stopTraining"))->click();
        QTRY_VERIFY(bench.document.project().trained != nullptr);
        QVERIFY(bench.document.project().trained->history.size() < 100'000u);
        QVERIFY(bench.document.project().trained->history.size() >= 1u);
    }

    void cancellingATrainingKeepsNothing()
    {
        Workbench bench;
        Project project = test::irisProject();
        project.training.epochs = 100'000;
        bench.document.replace(project, {});
        bench.training.start();
        bench.runner.cancel();
        QVERIFY(!bench.training.running());
        QVERIFY(!bench.document.project().trained);
        QVERIFY(!bench.document.problem(Stage::Train));
    }

    void aPageWhoseStageIsMissingLeadsToIt()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        bench.document.replace(test::irisProject(), {});
        QSignalSpy wanted(&page, &StagePage::stageWanted);
        auto* button = page.findChild<QPushButton*>(QStringLiteral("getMissing"));
        QVERIFY(button->isVisibleTo(&page));
        button->click();
        QCOMPARE(wanted.first().first().value<Stage>(), Stage::Train);
    }

    void compressingAgainReplacesTheVariant()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        bench.document.replace(test::trainedIris(), {});
        tickOnly(page, {"usePtq"});
        chooseBits(page, "ptqBits", 8);
        const auto before = bench.document.project().variants.back();
        page.findChild<QPushButton*>(QStringLiteral("compress"))->click();
        QTRY_VERIFY(bench.document.project().variants.back() != before);
        QCOMPARE(bench.document.project().variants.size(), std::size_t(2));
    }

    void everyTickedWayMakesAVariant()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        bench.document.replace(test::trainedIris(), {});
        tickOnly(page, {"usePtq", "useQat", "useCodebook", "usePrune", "useDistil"});
        QSignalSpy learned(&bench.compression, &CompressionJob::learned);
        page.findChild<QPushButton*>(QStringLiteral("compress"))->click();
        QTRY_COMPARE(bench.document.project().variants.size(), std::size_t(7));
        QTRY_VERIFY(!bench.runner.current());
        QStringList names;
        for (const auto& variant : bench.document.project().variants)
            names << QString::fromStdString(variant->model.name);
        for (const char* name : {"ptq-int4", "qat-int8", "codebook-16", "prune-50", "distill"})
            QVERIFY2(names.contains(QLatin1String(name)), qPrintable(names.join(u' ')));
        QVERIFY(bench.compression.current().isEmpty());
        QVERIFY(learned.count() >= 4); // all but one of them learn
    }

    void oneAfterTheOtherMakesOneVariant()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        bench.document.replace(test::trainedIris(), {});
        tickOnly(page, {"usePrune", "useQat", "useCodebook"});
        page.findChild<QCheckBox*>(QStringLiteral("together"))->setChecked(true);
        page.findChild<QPushButton*>(QStringLiteral("compress"))->click();
        QTRY_COMPARE(bench.document.project().variants.size(), std::size_t(3));
        QCOMPARE(methodOf(*bench.document.project().variants.back()), std::string("prune+qat+codebook"));
    }

    void nothingTickedSaysWhatToDo()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        bench.document.replace(test::trainedIris(), {});
        tickOnly(page, {});
        QVERIFY(!page.findChild<QPushButton*>(QStringLiteral("compress"))->isEnabled());
        QVERIFY(page.findChild<QLabel*>(QStringLiteral("compressNote"))->text().contains(QStringLiteral("Tick")));
    }

    void cancelledCompressionLeavesOutTheRestToo()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        Project project = test::trainedIris();
        auto longer = std::make_shared<TrainedNetwork>(*project.trained);
        longer->settings.epochs = 100'000; // what is usual goes by that
        project.trained = longer;
        bench.document.replace(project, {});
        tickOnly(page, {"useQat", "usePrune"});
        page.findChild<QPushButton*>(QStringLiteral("compress"))->click();
        QTRY_VERIFY(bench.runner.current());
        bench.runner.cancel();
        QTRY_VERIFY(bench.compression.current().isEmpty());
        QCoreApplication::processEvents();
        QVERIFY(!bench.runner.current());
        QCOMPARE(bench.document.project().variants.size(), std::size_t(2));
        QVERIFY(!bench.document.problem(Stage::Compress));
    }

    void numbersOfVariantsAreNeverCutOff_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {1160, 1000, 700})
            QTest::addRow("%d", width) << width;
    }
    void numbersOfVariantsAreNeverCutOff()
    {
        QFETCH(int, width);
        Workbench bench;
        bench.document.replace(test::trainedIris(), {});
        CompressPage page(bench.document, bench.runner, bench.compression);
        page.resize(width, 640);
        page.show();
        QCoreApplication::processEvents();
        const auto& table = *page.findChild<QTableView*>(QStringLiteral("variants"));
        int shown = 0;
        for (int column = 1; column < table.model()->columnCount(); ++column) {
            if (table.isColumnHidden(column))
                continue;
            QVERIFY2(table.columnWidth(column) >=
                         static_cast<const QAbstractItemView&>(table).sizeHintForColumn(column),
                     qPrintable(table.model()->headerData(column, Qt::Horizontal).toString()));
            ++shown;
        }
        QVERIFY(shown >= 7);
        QVERIFY(table.columnWidth(0) > 60);
    }

    void intervalsOfChangesComeByThemselves()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        bench.document.replace(test::trainedIris(), {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        auto* table = page.findChild<QTableView*>(QStringLiteral("variants"));
        const auto interval = [table] { return table->model()->index(1, VariantsModel::Interval).data().toString(); };
        QTRY_VERIFY2(interval().contains(QStringLiteral("…")), qPrintable(interval()));
        QCOMPARE(table->model()->index(0, VariantsModel::Interval).data().toString(), QStringLiteral("–"));
    }

    void insideTellsWhatALayerIsMadeOf()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        page.resize(1200, 700);
        page.show();
        bench.document.replace(test::trainedIris(), {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        page.findChild<QTabBar*>(QStringLiteral("variantViews"))->setCurrentIndex(4);
        auto* facts = page.findChild<QLabel*>(QStringLiteral("insideFacts"));
        QTRY_VERIFY(facts->text().contains(QStringLiteral("int8")));
        QVERIFY(facts->text().contains(QStringLiteral("24 bits")));
        auto* layers = page.findChild<QComboBox*>(QStringLiteral("insideLayer"));
        QCOMPARE(layers->count(), static_cast<int>(shapeOf(bench.document.project().variants[1]->model).size()));
        layers->setCurrentIndex(layers->count() - 1);
        QVERIFY(!facts->text().isEmpty());
        page.findChild<QTableView*>(QStringLiteral("variants"))->selectRow(0);
        QTRY_VERIFY(facts->text().contains(QStringLiteral("float32")));
    }

    void whatLessCostsIsDrawnForBitsWeightsAndLayers()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        page.resize(1200, 700);
        page.show();
        bench.document.replace(test::trainedIris(), {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        page.findChild<QTabBar*>(QStringLiteral("variantViews"))->setCurrentIndex(2);
        auto* plot = page.findChild<SweepPlot*>(QStringLiteral("sweepPlot"));
        QTRY_COMPARE(plot->pointsShown(), 7); // 8 bits to 2
        auto* what = page.findChild<QComboBox*>(QStringLiteral("sweep"));
        what->setCurrentIndex(1);
        QCOMPARE(plot->pointsShown(), 11);
        what->setCurrentIndex(2);
        QCOMPARE(plot->pointsShown(), 3);
        QCOMPARE(plot->linesShown(), static_cast<int>(shapeOf(bench.document.project().variants[1]->model).size()));
    }

    void rowsWithAnotherAnswerAreListed()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        page.resize(1200, 700);
        page.show();
        bench.document.replace(test::trainedIris(), {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        tickOnly(page, {"usePtq"});
        chooseBits(page, "ptqBits", 2);
        page.findChild<QPushButton*>(QStringLiteral("compress"))->click();
        QTRY_COMPARE(bench.document.project().variants.size(), std::size_t(3));
        page.findChild<QTabBar*>(QStringLiteral("variantViews"))->setCurrentIndex(3);
        page.findChild<QTableView*>(QStringLiteral("variants"))->selectRow(2);
        auto* changed = page.findChild<QTableView*>(QStringLiteral("changedAnswers"));
        QAbstractItemModelTester tester(changed->model());
        const Variant& ternary = *bench.document.project().variants[2];
        const auto expected =
            compareModels(bench.document.project().variants[0]->model, ternary.model, bench.document.dataset()->test);
        const auto rows = static_cast<int>(expected.change.becameWrong.size() + expected.change.becameRight.size() +
                                           expected.change.wrongInAnotherWay.size());
        QTRY_COMPARE(changed->model()->rowCount(), rows);
        QVERIFY(page.findChild<QWidget*>(QStringLiteral("variantConfusion"))->isVisible());
    }

    void aVariantIsDeletedAndComesBackToItsPlace()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        page.show();
        bench.document.replace(test::trainedIris(), {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        tickOnly(page, {"usePtq"});
        chooseBits(page, "ptqBits", 4);
        page.findChild<QPushButton*>(QStringLiteral("compress"))->click();
        QTRY_VERIFY(!bench.runner.current());
        const auto before = bench.document.project().variants;
        QCOMPARE(before.size(), std::size_t(3));
        auto* table = page.findChild<QTableView*>(QStringLiteral("variants"));
        auto* remove = page.findChild<QPushButton*>(QStringLiteral("deleteVariant"));
        table->selectRow(0);
        QVERIFY2(!remove->isEnabled(), "the float network stays");
        table->selectRow(1);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(bench.document.project().variants.size(), std::size_t(2));
        QCOMPARE(bench.document.project().variants[1], before[2]);
        QVERIFY(bench.document.modified());
        bench.document.history().undo();
        QCOMPARE(bench.document.project().variants, before);
        bench.document.history().redo();
        QCOMPARE(bench.document.project().variants.size(), std::size_t(2));
    }

    void stepsThatCannotFollowEachOtherAreNotOffered()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        bench.document.replace(test::trainedIris(), {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        tickOnly(page, {"usePtq", "useQat"});
        auto* together = page.findChild<QCheckBox*>(QStringLiteral("together"));
        auto* ptq = page.findChild<QCheckBox*>(QStringLiteral("usePtq"));
        together->setChecked(true);
        QVERIFY(!ptq->isEnabled());
        page.compress();
        QTRY_VERIFY(!bench.runner.current());
        QVERIFY(!bench.document.problem(Stage::Compress));
        QCOMPARE(bench.document.project().variants.back()->model.name, std::string("qat-int8"));
        together->setChecked(false);
        QVERIFY(ptq->isEnabled() && ptq->isChecked());
    }

    void rowsOfOtherDataAreNotFollowed()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        bench.document.replace(test::trainedIris(), {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        auto* trace = page.findChild<QTableView*>(QStringLiteral("trace"));
        QVERIFY(trace->model()->rowCount() > 0);
        DataChoices choices = bench.document.project().data;
        choices.columns[0].role = Role::Ignore;
        bench.document.setDataChoices(choices);
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        QCOMPARE(trace->model()->rowCount(), 0);
        QVERIFY(page.findChild<QLabel*>(QStringLiteral("changedAnswersNote"))
                    ->text()
                    .contains(QStringLiteral("train again")));
    }

    void aVariantThatTakesOtherRowsIsNotAsked()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        page.show();
        Project project = test::trainedIris();
        auto odd = std::make_shared<Variant>(*project.variants[1]); // as a damaged file may have it
        odd->model.preprocessing.features.push_back(odd->model.preprocessing.features.front());
        project.variants[1] = odd;
        bench.document.replace(project, {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        QVERIFY(!answersRowsOf(odd->model, *bench.document.dataset()));
        QVERIFY(answersRowsOf(project.variants[0]->model, *bench.document.dataset()));
        page.findChild<QTableView*>(QStringLiteral("variants"))->selectRow(1);
        QCOMPARE(page.findChild<QTableView*>(QStringLiteral("trace"))->model()->rowCount(), 0);
        QCOMPARE(page.findChild<QTableView*>(QStringLiteral("changedAnswers"))->model()->rowCount(), 0);
    }

    void redoDeletesNoOtherVariantOfTheSameName()
    {
        Workbench bench;
        Project project = test::trainedIris();
        bench.document.replace(project, {});
        const auto before = project.variants[1];
        bench.document.history().push(new DeleteVariant(bench.document, before));
        bench.document.history().undo();
        project.variants[1] = std::make_shared<const Variant>(*before);
        bench.document.takeVariants(project);
        bench.document.history().redo();
        QCOMPARE(bench.document.project().variants, project.variants);
    }

    void whatIsMadeLeavesTheOtherVariantsAsTheyAreByThen()
    {
        const Project before = test::trainedIris();
        Project made = before;
        auto variant = std::make_shared<Variant>(*before.variants[1]);
        variant->model.name = "small";
        made.variants.push_back(variant);
        const Project after = withVariantOf(made, "small", withoutVariant(before, before.variants[1]->model.name));
        QCOMPARE(after.variants, (std::vector<std::shared_ptr<const Variant>>{before.variants[0], variant}));
        Project other = before;
        other.trained = std::make_shared<const TrainedNetwork>(*before.trained);
        QCOMPARE(withVariantOf(made, "small", other).variants, other.variants);
    }

    void aDeletedVariantOfAnotherRunStaysAway()
    {
        Workbench bench;
        Project project = test::trainedIris();
        bench.document.replace(project, {});
        bench.document.history().push(new DeleteVariant(bench.document, project.variants[1]));
        bench.document.takeRun(std::make_shared<const TrainedNetwork>(*project.trained));
        bench.document.history().undo();
        QVERIFY(bench.document.project().variants.empty());
    }

    void oneNumberIsFollowedThroughAVariant()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        bench.document.replace(test::trainedIris(), {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        auto* trace = page.findChild<QTableView*>(QStringLiteral("trace"));
        QAbstractItemModelTester tester(trace->model());
        const auto lines = [trace] {
            QStringList steps;
            for (int row = 0; row < trace->model()->rowCount(); ++row)
                steps << trace->model()->index(row, 0).data().toString();
            return steps.join(u'\n');
        };
        QVERIFY2(lines().contains(QStringLiteral("round and shift")), qPrintable(lines()));
        const QString first = lines();
        page.findChild<QSpinBox*>(QStringLiteral("traceRow"))->setValue(2);
        QVERIFY(lines() != first);
        auto* layers = page.findChild<QComboBox*>(QStringLiteral("traceLayer"));
        layers->setCurrentIndex(layers->count() - 1);
        QVERIFY(lines().contains(QStringLiteral("result")));
        page.findChild<QTableView*>(QStringLiteral("variants"))->selectRow(0);
        QCOMPARE(trace->model()->rowCount(), 0); // in float there are no integers to follow
    }

    void theVariantChosenOnOnePageIsThatOfAll()
    {
        Workbench bench;
        CompressPage compress(bench.document, bench.runner, bench.compression);
        ExportPage exported(bench.document);
        exported.show();
        bench.document.replace(test::trainedIris(), {});
        auto* table = compress.findChild<QTableView*>(QStringLiteral("variants"));
        auto* picker = exported.findChild<QComboBox*>(QStringLiteral("exportVariant"));
        QCOMPARE(bench.document.chosenVariant(), bench.document.project().variants[1]); // the first compressed one
        QCOMPARE(table->currentIndex().row(), 1);
        QCOMPARE(picker->currentText(), QStringLiteral("ptq-int8"));
        table->selectRow(0);
        QCOMPARE(picker->currentText(), QStringLiteral("float"));
        QTRY_VERIFY(exported.findChild<CodeView*>(QStringLiteral("code"))
                        ->toPlainText()
                        .contains(QStringLiteral("iris_float")));
        picker->setCurrentIndex(1);
        emit picker->textActivated(picker->currentText());
        QCOMPARE(table->currentIndex().row(), 1);
        bench.document.history().push(new DeleteVariant(bench.document, bench.document.project().variants[1]));
        QCOMPARE(picker->currentText(), QStringLiteral("float"));
        bench.document.replace({}, {});
        QVERIFY(!bench.document.chosenVariant());
        QCOMPARE(picker->count(), 0);
    }

    void theCurveOfALearnedVariantStays()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        page.show();
        bench.document.replace(test::trainedIris(), {});
        auto* learning = page.findChild<QWidget*>(QStringLiteral("learning"));
        tickOnly(page, {"useQat"});
        page.findChild<QPushButton*>(QStringLiteral("compress"))->click();
        QTRY_COMPARE(bench.document.project().variants.size(), std::size_t(3));
        QTRY_VERIFY(bench.compression.current().isEmpty());
        const LearningCurves* curves = bench.compression.curvesOf(QStringLiteral("qat-int8"));
        QVERIFY(curves);
        QCOMPARE(static_cast<int>(curves->variant.size()), bench.document.project().variants[2]->extraEpochs);
        QCOMPARE(curves->control.size(), curves->variant.size());
        QCOMPARE(bench.document.chosenVariant(), bench.document.project().variants[2]); // what was made last
        page.findChild<QTabBar*>(QStringLiteral("variantViews"))->setCurrentIndex(1);
        page.findChild<QTableView*>(QStringLiteral("variants"))->selectRow(2);
        QVERIFY(learning->isVisible());
        page.findChild<QTableView*>(QStringLiteral("variants"))->selectRow(1); // it did not learn
        QVERIFY(!learning->isVisible());
        bench.document.takeRun(std::make_shared<const TrainedNetwork>(*bench.document.project().trained));
        QVERIFY(!bench.compression.curvesOf(QStringLiteral("qat-int8")));
    }

    void aVariantLearnsInTheColourThatItHasInTheTable()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        bench.document.replace(test::trainedIris(), {});
        tickOnly(page, {"useQat"});
        page.findChild<QPushButton*>(QStringLiteral("compress"))->click();
        QTRY_COMPARE(bench.document.project().variants.size(), std::size_t(3));
        QCOMPARE(bench.compression.curvesOf(QStringLiteral("qat-int8"))->method, std::string("qat"));
        auto* learning = page.findChild<LearningPlot*>(QStringLiteral("learning"));
        QTRY_COMPARE(learning->curveColour(), variantColour(QStringLiteral("qat")));
    }

    void theViewFromBeforeComesBackWhenAllIsMade()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        page.show();
        bench.document.replace(test::trainedIris(), {});
        auto* views = page.findChild<QTabBar*>(QStringLiteral("variantViews"));
        QList<int> shown;
        connect(views, &QTabBar::currentChanged, this, [&shown](int view) { shown << view; });
        page.findChild<QPushButton*>(QStringLiteral("compress"))->click(); // it learns, then quantizes to 4 bits
        QTRY_COMPARE(bench.document.project().variants.size(), std::size_t(4));
        QTRY_VERIFY(!bench.compression.isBusy());
        QCOMPARE(shown, QList<int>({1, 0}));
    }

    void aViewThatSomebodyChoseMeanwhileStays()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        page.show();
        bench.document.replace(test::trainedIris(), {});
        auto* views = page.findChild<QTabBar*>(QStringLiteral("variantViews"));
        connect(
            views, &QTabBar::currentChanged, this,
            [views](int view) {
                if (view == 1)
                    views->setCurrentIndex(4);
            },
            Qt::QueuedConnection);
        page.findChild<QPushButton*>(QStringLiteral("compress"))->click();
        QTRY_COMPARE(bench.document.project().variants.size(), std::size_t(4));
        QTRY_VERIFY(!bench.compression.isBusy());
        QCOMPARE(views->currentIndex(), 4);
    }

    void optionsOfAnUntickedWaySayWhatToTick()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        bench.document.replace(test::trainedIris(), {});
        auto* entries = page.findChild<QComboBox*>(QStringLiteral("entries"));
        QVERIFY(!entries->isEnabled());
        QVERIFY2(entries->toolTip().startsWith(QStringLiteral("Tick “Share values” first.")),
                 qPrintable(entries->toolTip()));
        page.findChild<QCheckBox*>(QStringLiteral("useCodebook"))->setChecked(true);
        QVERIFY(entries->isEnabled());
        QVERIFY(!entries->toolTip().contains(QStringLiteral("Tick")));
        QVERIFY(!entries->toolTip().isEmpty());
    }

    void aWaysTextStaysWithItsBoxInATallWindow()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        page.resize(1500, 1200);
        page.show();
        bench.document.replace(test::trainedIris(), {});
        QCoreApplication::processEvents();
        const auto* box = page.findChild<QCheckBox*>(QStringLiteral("useQat"));
        const auto* above = page.findChild<QComboBox*>(QStringLiteral("ptqBits"));
        const auto* below = page.findChild<QComboBox*>(QStringLiteral("qatBits"));
        const int toOwn = below->geometry().top() - box->geometry().bottom(); // with a text between
        const int toOther = box->geometry().top() - above->geometry().bottom();
        QVERIFY2(toOther >= 12 && toOwn < toOther + 32, qPrintable(QStringLiteral("%1 %2").arg(toOwn).arg(toOther)));
    }

    void numbersThatAreFollowedAreNeverCut_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("1366 wide") << 1160;
        QTest::newRow("wide") << 1700;
    }

    void numbersThatAreFollowedAreNeverCut()
    {
        QFETCH(int, width);
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        page.resize(width, 700);
        page.show();
        Project project = test::projectOf(longNamedReadings());
        project.training.epochs = 5;
        bench.document.replace(*trained(project, *datasetOf(project)), {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        page.findChild<QTabBar*>(QStringLiteral("variantViews"))->setCurrentIndex(5);
        QCoreApplication::processEvents();
        const auto* trace = page.findChild<QTableView*>(QStringLiteral("trace"));
        QVERIFY(trace->model()->rowCount() > 0);
        for (int row = 0; row < trace->model()->rowCount(); ++row)
            for (const int column : {TraceModel::Integers, TraceModel::Error}) {
                const QModelIndex index = trace->model()->index(row, column);
                QVERIFY2(trace->sizeHintForIndex(index).width() <= trace->columnWidth(column),
                         qPrintable(index.data().toString()));
            }
        QVERIFY(trace->columnWidth(TraceModel::Step) >= 120);
        QVERIFY(trace->horizontalHeader()->length() <= trace->viewport()->width()); // nothing to scroll to
    }

    void dataHaveTwoThirdsOfTheirPage()
    {
        Workbench bench;
        DataPage page(bench.document, bench.open, bench.planner);
        page.resize(1184, 650);
        page.show();
        bench.document.replace(test::irisProject(), {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        auto* preparation = page.findChild<PreparationPanel*>();
        const auto share = [&] {
            return static_cast<double>(preparation->height()) / (preparation->height() + page.views().height());
        };
        QTRY_VERIFY2(share() < 0.36, qPrintable(QString::number(share())));
        page.resize(1184, 900);
        QTRY_VERIFY2(share() < 0.36, qPrintable(QString::number(share())));
    }

    void aBoxOfFewChecksIsLowAndGrowsForWhatIsOpened()
    {
        Workbench bench;
        DataPage page(bench.document, bench.open, bench.planner);
        page.resize(1184, 1000);
        page.show();
        bench.document.replace(test::irisProject(), {});
        QTRY_VERIFY(bench.document.checksAreCurrent());
        auto* preparation = page.findChild<PreparationPanel*>();
        QTRY_VERIFY2(preparation->height() < 200, qPrintable(QString::number(preparation->height())));
        const int low = preparation->height();
        auto* tabs = preparation->findChild<QTabWidget*>();
        tabs->setCurrentIndex(1);
        QTRY_VERIFY(preparation->height() > low);
        const int high = preparation->height();
        tabs->setCurrentIndex(0);
        QCoreApplication::processEvents();
        QCOMPARE(preparation->height(), high); // the tabs do not move under the mouse again and again
    }

    void aRowThatChangedItsAnswerIsFollowed()
    {
        Workbench bench;
        CompressPage page(bench.document, bench.runner, bench.compression);
        page.show();
        std::string csv = "width,height,area\n";
        for (int i = 1; i <= 60; ++i) // integers never answer a regression quite as floats do
            csv += std::to_string(i) + ',' + std::to_string(i % 7) + ',' + std::to_string(i * (i % 7)) + '\n';
        Project project = test::projectOf(csv);
        project.training.epochs = 5;
        bench.document.replace(*trained(project, *datasetOf(project)), {});
        page.findChild<QTableView*>(QStringLiteral("variants"))->selectRow(1);
        auto* changed = page.findChild<QTableView*>(QStringLiteral("changedAnswers"));
        QTRY_VERIFY(changed->model()->rowCount() > 0);
        emit changed->activated(changed->model()->index(0, 0));
        QCOMPARE(page.findChild<QTabBar*>(QStringLiteral("variantViews"))->currentIndex(), 5);
        const int row = page.findChild<QSpinBox*>(QStringLiteral("traceRow"))->value() - 1;
        const std::size_t inTable = bench.document.dataset()->test.tableRows[static_cast<std::size_t>(row)] + 1;
        QCOMPARE(changed->model()->index(0, 0).data().toString(), QString::number(inTable));
        auto* layers = page.findChild<QComboBox*>(QStringLiteral("traceLayer"));
        QCOMPARE(layers->currentIndex(), layers->count() - 1);
    }
};

QTEST_MAIN(PagesTest)
#include "tst_pages.moc"
