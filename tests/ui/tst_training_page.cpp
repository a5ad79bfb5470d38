#include "training/cross_validation.h"
#include "ui/fixtures.h"
#include "ui/jobs/compression_job.h"
#include "ui/jobs/dataset_preparer.h"
#include "ui/jobs/training_job.h"
#include "ui/jobs/variant_maker.h"
#include "ui/models/runs_model.h"
#include "ui/pages/network_page.h"
#include "ui/widgets/answers_plot.h"
#include "ui/widgets/heat_map.h"
#include "ui/widgets/job_line.h"
#include "ui/widgets/layer_popup.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/number_spin.h"
#include "ui/widgets/plot_panel.h"
#include "ui/widgets/region_plot.h"
#include "ui/widgets/roc_plot.h"
#include "ui/widgets/spread_table.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/training_options.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace broto;
using namespace broto::ui;

namespace {

constexpr int endless = 1'000'000;

/// A document with the page where its network is designed and trained, as the window has them.
struct Bench {
    Document document;
    JobRunner runner;
    DatasetPreparer preparer{document};
    TrainingJob training{document, runner};
    NetworkPage page{document, runner, training};

    explicit Bench(Project project = test::irisProject())
    {
        page.resize(1180, 640);
        page.openAs(Stage::Train);
        page.show();
        document.replace(std::move(project), {});
        if (!QTest::qWaitFor([this] { return document.datasetIsCurrent(); }))
            qFatal("the data do not get ready");
    }

    template<class Widget>
    Widget& part(const char* name)
    {
        auto* found = page.findChild<Widget*>(QLatin1String(name));
        if (!found)
            qFatal("the page has no %s", name);
        return *found;
    }
    QPushButton& button(const char* name) { return part<QPushButton>(name); }
    TrainingSettings settings() const { return document.project().training; }
    void change(void (*edit)(TrainingSettings&))
    {
        TrainingSettings edited = settings();
        edit(edited);
        document.setTrainingSettings(edited);
    }
    std::size_t epochs() const { return training.curve().size(); }
    bool trainToTheEnd()
    {
        training.start();
        return QTest::qWaitFor([this] { return !training.running(); }, 60'000) && document.project().trained;
    }
    void openView(const char* name)
    {
        auto& tabs = part<QTabBar>("runViews");
        for (int tab = 0; tab < tabs.count(); ++tab)
            if (tabs.tabText(tab) == QLatin1String(name) && tabs.isTabVisible(tab))
                return tabs.setCurrentIndex(tab);
        qFatal("no view %s", name);
    }
};

Project endlessProject()
{
    Project project = test::irisProject();
    project.training.epochs = endless;
    return project;
}

QString cell(QTableView& table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

}

class TrainingPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Light);
        test::speakEnglish();
    }

    // Control

    void aPausedTrainingStandsStillAndGoesOn()
    {
        Bench bench(endlessProject());
        bench.button("trainOrPause").click();
        QTRY_VERIFY(bench.epochs() > 0);
        QCOMPARE(bench.button("trainOrPause").text(), QStringLiteral("Pause"));
        bench.button("trainOrPause").click();
        QVERIFY(bench.training.paused());
        QCOMPARE(bench.button("trainOrPause").text(), QStringLiteral("Resume"));
        QTest::qWait(100); // what was under way when it was pressed
        const std::size_t held = bench.epochs();
        QTest::qWait(150);
        QCOMPARE(bench.epochs(), held);
        bench.button("trainOrPause").click();
        QTRY_VERIFY(bench.epochs() > held);
        bench.button("stopTraining").click();
        QTRY_VERIFY(bench.document.project().trained != nullptr);
        QVERIFY(bench.document.project().trained->history.size() > held);
    }

    void aStepIsOneEpoch()
    {
        Bench bench(endlessProject());
        for (std::size_t epoch = 1; epoch <= 3; ++epoch) {
            QVERIFY(bench.button("stepTraining").isEnabled());
            bench.button("stepTraining").click();
            QTRY_COMPARE(bench.epochs(), epoch);
            QVERIFY(bench.training.paused());
            QVERIFY(bench.training.network() != nullptr);
        }
        QTest::qWait(80);
        QCOMPARE(bench.epochs(), std::size_t(3));
        bench.button("stopTraining").click();
        QTRY_VERIFY(bench.document.project().trained != nullptr);
        QCOMPARE(bench.document.project().trained->history.size(), std::size_t(3));
    }

    void aSlowRunIsPausedSteppedAndHurriedOn()
    {
        Bench bench(endlessProject());
        bench.button("slowTraining").click();
        QElapsedTimer clock;
        clock.start();
        bench.button("trainOrPause").click();
        QCOMPARE(bench.button("trainOrPause").text(), QStringLiteral("Pause"));
        QTRY_VERIFY(bench.epochs() >= 4);
        QVERIFY2(bench.epochs() <= static_cast<std::size_t>(clock.elapsed()) / 90 + 2,
                 qPrintable(QStringLiteral("%1 epochs in %2 ms").arg(bench.epochs()).arg(clock.elapsed())));
        QVERIFY(!bench.button("stepTraining").isEnabled());
        bench.button("trainOrPause").click();
        QVERIFY(bench.training.paused());
        QCOMPARE(bench.button("trainOrPause").text(), QStringLiteral("Resume"));
        bench.button("trainOrPause").click();
        QVERIFY(!bench.training.paused());
        bench.training.step();
        QVERIFY(bench.training.paused());
        bench.button("trainOrPause").click();
        bench.button("slowTraining").click();
        QVERIFY(!bench.button("slowTraining").isChecked());
        QTRY_VERIFY(bench.epochs() > 1000);
        bench.button("slowTraining").click(); // in the middle
        QVERIFY(bench.training.running() && !bench.training.paused());
        bench.runner.cancel();
    }

    void aSlowRunLearnsTheSame()
    {
        Bench bench;
        bench.change([](TrainingSettings& settings) { settings.epochs = 4; });
        QVERIFY(bench.trainToTheEnd());
        const auto fast = bench.document.project().trained;
        bench.button("slowTraining").click();
        QVERIFY(bench.trainToTheEnd());
        const auto slow = bench.document.project().trained;
        QVERIFY(slow != fast);
        QVERIFY(slow->history == fast->history);
    }

    void spacePauses()
    {
        Bench bench(endlessProject());
        QApplication::setActiveWindow(&bench.page);
        bench.page.primaryButton().click();
        QTRY_VERIFY(bench.epochs() > 0);
        QTRY_COMPARE(QApplication::focusWidget(), &bench.button("trainOrPause"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(bench.training.paused());
        QTest::keyClick(&bench.page, Qt::Key_Space); // also from where nothing else wants it
        QVERIFY(!bench.training.paused());
        bench.runner.cancel();
    }

    void aCancelledRunLeavesTheOneBefore()
    {
        Bench bench;
        QVERIFY(bench.trainToTheEnd());
        const auto before = bench.document.project().trained;
        bench.change([](TrainingSettings& settings) { settings.epochs = endless; });
        bench.button("trainOrPause").click();
        QTRY_VERIFY(bench.epochs() > 0);
        bench.button("cancelTraining").click();
        QVERIFY(!bench.training.running());
        QCOMPARE(bench.document.project().trained, before);
        QCOMPARE(bench.part<PlotPanel>("loss").points(0), static_cast<int>(before->history.size()));
    }

    void aRunCanGoOn()
    {
        Bench bench;
        QVERIFY(bench.trainToTheEnd());
        const auto before = bench.document.project().trained;
        QVERIFY(bench.button("goOn").isVisible());
        bench.part<QSpinBox>("moreEpochs").setValue(15);
        bench.button("goOn").click();
        QTRY_VERIFY(!bench.training.running());
        const auto after = bench.document.project().trained;
        QCOMPARE(after->history.size(), before->history.size() + 15);
        QCOMPARE(after->number, before->number);
        QVERIFY(std::equal(before->history.begin(), before->history.end(), after->history.begin()));
        QCOMPARE(bench.document.state(Stage::Train), StageState::Done);
        QCOMPARE(bench.part<PlotPanel>("loss").points(0), static_cast<int>(after->history.size()));
    }

    void aTrainingThatDivergesOffersALowerRate()
    {
        Project project = test::irisProject();
        project.training.optimizer = Optimizer::Sgd;
        project.training.learningRate = 1e6;
        Bench bench(project);
        auto& strip = bench.part<MessageStrip>("trainingProblem");
        auto& action = *strip.findChild<QPushButton*>(QStringLiteral("stripAction"));
        bench.button("trainOrPause").click();
        QTRY_VERIFY(strip.isVisible());
        QVERIFY2(strip.text().contains(QStringLiteral("diverged")), qPrintable(strip.text()));
        QCOMPARE(action.text(), QStringLiteral("Train with a rate of 0.01"));
        action.click();
        QCOMPARE(bench.settings().learningRate, 0.01);
        bench.document.history().undo();
        QCOMPARE(bench.settings().learningRate, 1e6);
        bench.document.history().redo();
        for (int tries = 0; tries < 12 && !bench.document.project().trained; ++tries) {
            QTRY_VERIFY(!bench.training.running());
            if (strip.isVisible())
                action.click();
        }
        QTRY_VERIFY(bench.document.project().trained != nullptr);
        QVERIFY(!strip.isVisible());
    }

    void theJobLineTellsWhereItStands()
    {
        Bench bench(endlessProject());
        const JobLine line(bench.runner, bench.training, {&bench.preparer});
        bench.button("stepTraining").click();
        QTRY_VERIFY2(line.text().startsWith(QStringLiteral("Paused · epoch 1 of 1,000,000 · loss ")),
                     qPrintable(line.text()));
        bench.button("trainOrPause").click();
        QTRY_VERIFY2(line.text().startsWith(QStringLiteral("Training · epoch ")), qPrintable(line.text()));
        bench.runner.cancel();
    }

    // Settings

    void everyOptionIsAnEdit_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<double>("value");
        QTest::newRow("schedule") << "schedule" << 1.0;
        QTest::newRow("warm-up") << "warmUp" << 7.0;
        QTest::newRow("momentum") << "momentum" << 0.75;
        QTest::newRow("weight decay") << "weightDecay" << 0.125;
        QTest::newRow("loss") << "loss" << 1.0;
        QTest::newRow("class weights") << "classWeights" << 1.0;
        QTest::newRow("label smoothing") << "labelSmoothing" << 0.25;
        QTest::newRow("L1") << "l1" << 0.0001;
        QTest::newRow("L2") << "l2" << 0.00001;
        QTest::newRow("patience") << "patience" << 9.0;
        QTest::newRow("first weights") << "initialiser" << 2.0;
        QTest::newRow("clipping") << "clipping" << 1.5;
    }
    void everyOptionIsAnEdit()
    {
        QFETCH(const QString, field);
        QFETCH(const double, value);
        Bench bench;
        const TrainingSettings before = bench.settings();
        auto* options = bench.page.findChild<TrainingOptions*>();
        auto* widget = options->findChild<QWidget*>(field);
        if (auto* number = qobject_cast<NumberSpin*>(widget)) {
            number->setValue(value);
        } else if (auto* count = qobject_cast<QSpinBox*>(widget)) {
            count->setValue(static_cast<int>(value));
        } else {
            auto* choice = qobject_cast<QComboBox*>(widget);
            choice->setCurrentIndex(static_cast<int>(value));
            emit choice->activated(choice->currentIndex());
        }
        QVERIFY(!(bench.settings() == before));
        QVERIFY(!widget->toolTip().isEmpty());
        bench.document.history().undo();
        QVERIFY(bench.settings() == before);
        bench.document.history().redo();
        auto* defaults = options->findChild<QPushButton*>(QStringLiteral("defaultSettings"));
        QVERIFY(defaults->isEnabled());
        defaults->click();
        QVERIFY(bench.settings() == before);
        QVERIFY(!defaults->isEnabled());
    }

    void onlyWhatCountsCanBeChanged_data()
    {
        QTest::addColumn<int>("optimizer");
        QTest::addColumn<bool>("momentum");
        QTest::addColumn<bool>("decay");
        QTest::newRow("SGD") << int(Optimizer::Sgd) << false << false;
        QTest::newRow("Momentum") << int(Optimizer::Momentum) << true << false;
        QTest::newRow("Nesterov") << int(Optimizer::Nesterov) << true << false;
        QTest::newRow("Adam") << int(Optimizer::Adam) << false << false;
        QTest::newRow("AdamW") << int(Optimizer::AdamW) << false << true;
    }
    void onlyWhatCountsCanBeChanged()
    {
        QFETCH(const int, optimizer);
        QFETCH(const bool, momentum);
        QFETCH(const bool, decay);
        Bench bench;
        auto& choice = bench.part<QComboBox>("optimizer");
        choice.setCurrentIndex(choice.findData(optimizer));
        emit choice.activated(choice.currentIndex());
        QCOMPARE(bench.settings().optimizer, static_cast<Optimizer>(optimizer));
        QCOMPARE(bench.part<NumberSpin>("momentum").isEnabled(), momentum);
        QCOMPARE(bench.part<QCheckBox>("decayByRows").isEnabled(), decay);
        QVERIFY(bench.part<QComboBox>("classWeights").isEnabled());
    }

    void theLossesOfferedFitTheTarget()
    {
        Bench bench;
        auto& loss = bench.part<QComboBox>("loss");
        QStringList names;
        for (int i = 0; i < loss.count(); ++i)
            names << loss.itemText(i);
        QCOMPARE(names,
                 QStringList({QStringLiteral("Fits the target (Cross-entropy)"), QStringLiteral("Cross-entropy")}));
    }

    void aWeightDecayOfOnesOwnStartsFromTheOneByRows()
    {
        Bench bench;
        auto& byRows = bench.part<QCheckBox>("decayByRows");
        QVERIFY(byRows.isChecked());
        byRows.click();
        QVERIFY(bench.settings().weightDecay);
        QVERIFY(bench.part<NumberSpin>("weightDecay").isEnabled());
        byRows.click();
        QVERIFY(!bench.settings().weightDecay);
    }

    void numbersAreWrittenAsShortAsTheyCanBe_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("a whole number") << 3.0 << "3";
        QTest::newRow("a tenth") << 0.1 << "0.1";
        QTest::newRow("a small one") << 0.00001 << "0.00001";
        QTest::newRow("a hundred") << 100.0 << "100";
    }
    void numbersAreWrittenAsShortAsTheyCanBe()
    {
        QFETCH(const double, value);
        QFETCH(const QString, text);
        NumberSpin spin;
        spin.setLocale(QLocale(QLocale::English));
        spin.setRange(0, 1000);
        QCOMPARE(spin.textFromValue(value), text);
        QCOMPARE(spin.valueFromText(text), value);
    }

    void aLayerHasDropoutAndNormalisation()
    {
        Bench bench;
        const NetworkDesign before = bench.document.project().design;
        auto& more = bench.part<QToolButton>("layerMore1");
        QCOMPARE(more.text(), QStringLiteral("More…"));
        more.click();
        auto* popup = bench.page.findChild<LayerPopup*>();
        QVERIFY(popup && popup->isVisible());
        popup->findChild<QSpinBox*>(QStringLiteral("dropout"))->setValue(20);
        popup->findChild<QSpinBox*>(QStringLiteral("dropout"))->setValue(25);
        popup->findChild<QCheckBox*>(QStringLiteral("normalised"))->click();
        QCOMPARE(bench.document.project().design.hidden[0].dropout, 0.25);
        QVERIFY(bench.document.project().design.hidden[0].normalised);
        QCOMPARE(more.text(), QStringLiteral("drop 25 % · norm."));
        bench.document.history().undo();
        bench.document.history().undo(); // both steps of the dropout
        QVERIFY(bench.document.project().design == before);
        QCOMPARE(popup->findChild<QSpinBox*>(QStringLiteral("dropout"))->value(), 0);
    }

    void everyActivationIsOffered()
    {
        Bench bench;
        auto& box = bench.part<QComboBox>("activation1");
        QCOMPARE(box.count(), int(std::size(allActivations)));
        for (const Activation activation : allActivations) {
            const int item = box.findData(static_cast<int>(activation));
            QVERIFY(item >= 0);
            QVERIFY(!box.itemText(item).isEmpty());
            QVERIFY(!box.itemData(item, Qt::ToolTipRole).toString().isEmpty());
        }
    }

    // Curves

    void theLossCanHaveALogarithmicAxis()
    {
        Bench bench;
        QVERIFY(bench.trainToTheEnd());
        auto& loss = bench.part<PlotPanel>("loss");
        bench.part<QCheckBox>("logarithmic").click();
        QVERIFY(loss.logarithmic());
        QVERIFY(!bench.part<PlotPanel>("metric").logarithmic());
        bench.part<QCheckBox>("logarithmic").click();
        QVERIFY(!loss.logarithmic());
    }

    void smoothingChangesWhatIsDrawnAndNotTheRun()
    {
        Bench bench;
        QVERIFY(bench.trainToTheEnd());
        auto& loss = bench.part<PlotPanel>("loss");
        const QString before = loss.textAt(10);
        bench.part<QSlider>("smoothing").setValue(6);
        QVERIFY(loss.textAt(10) != before);
        QCOMPARE(loss.points(0), 20);
        bench.part<QSlider>("smoothing").setValue(0);
        QCOMPARE(loss.textAt(10), before);
    }

    void manyEpochsAreFewPoints()
    {
        Project project = test::irisProject();
        project.training.epochs = 9000;
        Bench bench(project);
        QVERIFY(bench.trainToTheEnd());
        for (const char* name : {"loss", "metric"})
            for (int curve : {0, 1}) {
                const int points = bench.part<PlotPanel>(name).points(curve);
                QVERIFY2(points > 500 && points <= 2000, qPrintable(QString::number(points)));
            }
    }

    void theNumbersOfAnEpochAreTold()
    {
        Bench bench;
        QVERIFY(bench.trainToTheEnd());
        const QString text = bench.part<PlotPanel>("loss").textAt(7.3);
        QVERIFY2(text.startsWith(QStringLiteral("Epoch 7\nTraining: ")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Validation: ")), qPrintable(text));
    }

    // Runs

    void runsStandInATableAndAreDrawnWhenTicked()
    {
        Bench bench;
        auto& table = bench.part<QTableView>("runs");
        QVERIFY(bench.trainToTheEnd());
        bench.change([](TrainingSettings& settings) { settings.seed = 5; });
        QVERIFY(bench.trainToTheEnd());
        QCOMPARE(table.model()->rowCount(), 2);
        QCOMPARE(cell(table, 0, 0), QStringLiteral("2")); // the newest first
        QCOMPARE(cell(table, 0, 4), QStringLiteral("5"));
        QCOMPARE(cell(table, 1, 4), QStringLiteral("1"));
        QCOMPARE(cell(table, 1, 5), QStringLiteral("20"));
        QVERIFY(cell(table, 1, 8).endsWith(QLatin1Char('%')));
        auto& loss = bench.part<PlotPanel>("loss");
        QCOMPARE(loss.paleCurves(), 0);
        QVERIFY(table.model()->setData(table.model()->index(1, 0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(loss.paleCurves(), 1);
        QVERIFY(loss.textAt(3).contains(QStringLiteral("Run 1: ")));
        QVERIFY(table.model()->setData(table.model()->index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(loss.paleCurves(), 0);
    }

    void theLayersOfARunAreNeverCutAndTheTableTakesLittle()
    {
        Bench bench;
        bench.page.resize(1184, 640);
        bench.page.openAs(Stage::Train);
        bench.page.show();
        auto& table = bench.part<QTableView>("runs");
        QVERIFY(bench.trainToTheEnd());
        Project wide = bench.document.project();
        wide.design.hidden = {{128, Activation::Relu}, {64, Activation::Relu}, {32, Activation::Relu}};
        bench.document.setDesign(wide.design);
        QVERIFY(bench.trainToTheEnd());
        QCoreApplication::processEvents();
        for (int row = 0; row < 2; ++row) {
            const QModelIndex layers = table.model()->index(row, RunsModel::Layers);
            QVERIFY2(table.sizeHintForIndex(layers).width() <= table.columnWidth(RunsModel::Layers),
                     qPrintable(layers.data().toString()));
        }
        QVERIFY(table.horizontalHeader()->length() <= table.viewport()->width());
        QVERIFY2(table.height() <= 32 + 2 * 26, qPrintable(QString::number(table.height())));
    }

    void aRunComesBackAndNoneIsLost()
    {
        Bench bench;
        QVERIFY(bench.trainToTheEnd());
        const auto first = bench.document.project().trained;
        bench.change([](TrainingSettings& settings) { settings.learningRate = 0.05; });
        QVERIFY(bench.trainToTheEnd());
        const auto second = bench.document.project().trained;
        bench.part<QTableView>("runs").selectRow(1);
        bench.button("useRun").click();
        QTRY_COMPARE(bench.document.project().trained->number, first->number);
        QCOMPARE(bench.settings().learningRate, first->settings.learningRate);
        QCOMPARE(bench.document.state(Stage::Train), StageState::Done);
        QCOMPARE(bench.document.project().earlierRuns.size(), std::size_t(1));
        bench.document.history().undo();
        QCOMPARE(bench.document.project().trained, second);
        QCOMPARE(bench.settings().learningRate, 0.05);
        QCOMPARE(bench.document.project().earlierRuns.size(), std::size_t(1));
    }

    void theVariantsFollowARun()
    {
        Bench bench;
        VariantMaker maker(bench.document);
        QVERIFY(bench.trainToTheEnd());
        QVERIFY(bench.document.project().variants.empty()); // nobody waits for them
        QTRY_COMPARE(bench.document.project().variants.size(), std::size_t(2));
        const auto first = bench.document.project().variants;
        bench.change([](TrainingSettings& settings) { settings.seed = 5; });
        QVERIFY(bench.trainToTheEnd());
        QTRY_COMPARE(bench.document.project().variants.size(), std::size_t(2));
        QVERIFY(modelId(bench.document.project().variants[0]->model) != modelId(first[0]->model));
        bench.part<QTableView>("runs").selectRow(1);
        bench.button("useRun").click();
        QTRY_COMPARE(bench.document.project().variants.size(), std::size_t(2));
        QCOMPARE(modelId(bench.document.project().variants[0]->model), modelId(first[0]->model));
    }

    void cancelledVariantsAreMadeOnDemand()
    {
        Bench bench;
        VariantMaker maker(bench.document);
        QVERIFY(bench.trainToTheEnd());
        maker.cancel();
        QVERIFY(!maker.runner().current());
        QVERIFY(bench.document.project().variants.empty());
        CompressionJob compression(bench.document, bench.runner);
        compression.start({CompressionRequest()});
        QTRY_COMPARE(bench.document.project().variants.size(), std::size_t(2));
        QVERIFY(!maker.runner().current());
    }

    void everyFoldIsTrainedAndSummedUp()
    {
        Bench bench;
        bench.part<QTabBar>("runViews").setCurrentIndex(6);
        auto& start = bench.button("trainFolds");
        auto& table = bench.part<QTableView>("foldResults");
        auto& summary = bench.part<QLabel>("foldsSummary");
        bench.part<QSpinBox>("folds").setValue(3);
        QVERIFY(start.isEnabled());
        start.click();
        QVERIFY(!start.isEnabled());
        QTRY_VERIFY(!bench.runner.current());
        QCOMPARE(table.model()->rowCount(), 3);
        QVERIFY(!bench.document.project().trained); // the project stays as it was
        const Project& project = bench.document.project();
        DataChoices choices = project.data;
        choices.split.folds = 3;
        const Result<CrossValidation> expected =
            crossValidate(*project.source->table, choices, project.design, project.training);
        QVERIFY(expected);
        QVERIFY2(summary.text().contains(metricText(Task::Classification, expected->mean)), qPrintable(summary.text()));
        QVERIFY(summary.text().contains(metricText(Task::Classification, expected->deviation)));
        QCOMPARE(cell(table, 2, 4), metricText(Task::Classification, expected->folds[2].test.headline));
    }

    void cancelledFoldsStayAsFarAsTheyCame()
    {
        Bench bench;
        bench.change([](TrainingSettings& settings) { settings.epochs = endless; });
        bench.button("trainFolds").click();
        QVERIFY(bench.runner.current() == JobKind::CrossValidate);
        bench.runner.cancel();
        QVERIFY(bench.part<QLabel>("foldsSummary").text().startsWith(QStringLiteral("Cancelled")) ||
                bench.part<QTableView>("foldResults").model()->rowCount() == 0);
        QVERIFY(bench.button("trainFolds").isEnabled());
    }

    void aRunIsDeletedAndComesBack()
    {
        Bench bench;
        QVERIFY(bench.trainToTheEnd());
        QVERIFY(bench.trainToTheEnd());
        auto& table = bench.part<QTableView>("runs");
        table.selectRow(0);
        QVERIFY(!bench.button("deleteRun").isEnabled()); // the current one
        table.selectRow(1);
        bench.button("deleteRun").click();
        QCOMPARE(table.model()->rowCount(), 1);
        QVERIFY(bench.document.project().trained);
        bench.document.history().undo();
        QCOMPARE(table.model()->rowCount(), 2);
        bench.document.history().redo();
        QCOMPARE(table.model()->rowCount(), 1);
    }

    void twoSelectedRunsAreComparedInWords()
    {
        Bench bench;
        QVERIFY(bench.trainToTheEnd());
        bench.change([](TrainingSettings& settings) { settings.batch = 7; });
        QVERIFY(bench.trainToTheEnd());
        bench.part<QTableView>("runs").selectAll();
        const QString text = bench.part<QLabel>("runDifference").text();
        QVERIFY2(text.startsWith(QStringLiteral("From run 1 to run 2: ")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1Char('7')), qPrintable(text));
    }

    // Views

    void theRegionsFollowTheTraining()
    {
        Bench bench(endlessProject());
        bench.openView("Regions");
        auto& plot = bench.part<RegionPlot>("regions");
        bench.button("stepTraining").click();
        QTRY_VERIFY(!plot.regions().answers.empty());
        const auto first = plot.regions().certainties;
        bench.button("trainOrPause").click();
        QTRY_VERIFY(plot.regions().certainties != first);
        bench.runner.cancel();
    }

    void anotherFeatureMakesOtherRegions()
    {
        Bench bench;
        bench.openView("Regions");
        QVERIFY(bench.trainToTheEnd());
        auto& plot = bench.part<RegionPlot>("regions");
        QTRY_VERIFY(!plot.regions().answers.empty());
        const double before = plot.regions().across.last;
        auto& across = bench.part<QComboBox>("regionAcross");
        across.setCurrentIndex(0);
        emit across.activated(0);
        QTRY_VERIFY(plot.regions().across.last != before);
    }

    void onlyTheOpenViewIsComputed()
    {
        Bench bench;
        QVERIFY(bench.trainToTheEnd());
        QTest::qWait(60);
        QVERIFY(bench.part<RegionPlot>("regions").regions().answers.empty());
        QVERIFY(bench.part<HeatMap>("confusion").names().isEmpty());
        bench.openView("Confusion");
        QTRY_VERIFY(!bench.part<HeatMap>("confusion").names().isEmpty());
        QVERIFY(bench.part<RegionPlot>("regions").regions().answers.empty());
    }

    void theConfusionCountsEveryRow()
    {
        Bench bench;
        QVERIFY(bench.trainToTheEnd());
        bench.openView("Confusion");
        auto& map = bench.part<HeatMap>("confusion");
        QTRY_COMPARE(map.names().size(), 3);
        const QString text = map.cellText(0, 0);
        QVERIFY2(text.contains(QStringLiteral("of class setosa answered as setosa")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1Char('%')), qPrintable(text));
    }

    void weightsAreToldByLayer()
    {
        Bench bench;
        QVERIFY(bench.trainToTheEnd());
        bench.openView("Weights");
        auto& table = bench.part<SpreadTable>("spreads");
        QTRY_VERIFY(table.accessibleDescription().contains(QStringLiteral("Output layer\nWeights: mean ")));
        QCOMPARE(table.accessibleDescription().count(QStringLiteral("Gradient: ")), 2);
    }

    void everyClassHasItsScoresAndItsCurve()
    {
        Bench bench;
        QVERIFY(bench.trainToTheEnd());
        bench.openView("Classes");
        auto& table = bench.part<QTableView>("classScores");
        QTRY_COMPARE(table.model()->rowCount(), 3);
        QCOMPARE(cell(table, 0, 0), QStringLiteral("setosa"));
        for (int column : {1, 2, 3})
            QVERIFY(cell(table, 0, column).endsWith(QLatin1Char('%')));
        QCOMPARE(bench.part<RocPlot>("roc").curvesShown(), 3);
        auto& parts = bench.part<QComboBox>("classesPart");
        const auto rows = [&] { return table.model()->index(1, 0).data(Qt::ToolTipRole).toString(); };
        const QString validated = rows();
        parts.setCurrentIndex(0);
        emit parts.activated(0);
        QTRY_VERIFY(rows() != validated); // rows of the training part
    }

    void answersOfARegressionAreDrawnAgainstTheTruth()
    {
        std::string csv = "x,y (mm)\n";
        for (int i = 0; i < 120; ++i)
            csv += std::to_string(i % 40) + ".5," + std::to_string(3 * (i % 40)) + ".25\n";
        Project project = test::projectOf(csv);
        project.data.columns[1].role = Role::Target;
        project.data.columns[0].role = Role::Feature;
        project.data.task = Task::Regression;
        project.training.epochs = 20;
        Bench bench(project);
        QVERIFY(bench.trainToTheEnd());
        bench.openView("Predictions");
        auto& plot = bench.part<AnswersPlot>("answers");
        QTRY_VERIFY(plot.pointsShown() > 0);
        QCOMPARE(plot.pointsShown(), static_cast<int>(bench.document.dataset()->validation.rows()));
        const auto* note = plot.parentWidget()->parentWidget()->findChild<QLabel*>(QStringLiteral("viewNumbers"));
        QVERIFY2(note->text().contains(QStringLiteral("mm")), qPrintable(note->text()));
        auto& tabs = bench.part<QTabBar>("runViews");
        for (int tab = 0; tab < tabs.count(); ++tab)
            if (tabs.tabText(tab) == QStringLiteral("Confusion"))
                QVERIFY(!tabs.isTabVisible(tab));
    }

    void withoutATrainingTheViewsSayWhatToDo()
    {
        Bench bench;
        bench.openView("Regions");
        QVERIFY(!bench.part<RegionPlot>("regions").isVisible());
    }
};

QTEST_MAIN(TrainingPageTest)
#include "tst_training_page.moc"
