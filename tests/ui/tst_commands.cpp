#include "ui/commands/change_data_choices.h"
#include "ui/commands/change_network_design.h"
#include "ui/commands/change_sensor_pins.h"
#include "ui/commands/change_split.h"
#include "ui/commands/change_test_file.h"
#include "ui/commands/change_training_settings.h"
#include "ui/commands/choose_board.h"
#include "ui/commands/replace_data.h"
#include "ui/fixtures.h"

#include <QSignalSpy>
#include <QTest>

using namespace broto;
using namespace broto::ui;

class CommandsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_document.replace(test::irisProject(), {}); }

    void everyEditCanBeUndoneAndRedone()
    {
        const Project before = m_document.project();
        DataChoices choices = before.data;
        choices.columns[0].role = Role::Ignore;
        push(new ChangeDataChoices(m_document, choices, QStringLiteral("roles")));
        DataChoices other = choices;
        other.task = Task::Classification;
        push(new ChangeDataChoices(m_document, other, QStringLiteral("task")));
        DataSource testRows = *before.source;
        testRows.fileName = "test.csv";
        push(new ChangeTestFile(m_document, testRows));
        Split split = m_document.project().data.split;
        QCOMPARE(split.method, std::optional(SplitMethod::File));
        split.seed = 7;
        push(new ChangeSplit(m_document, split));
        push(new ChangeNetworkDesign(m_document, {{{4, Activation::Tanh}, {3, Activation::Relu}}}));
        TrainingSettings settings = before.training;
        settings.epochs = 3;
        push(new ChangeTrainingSettings(m_document, settings));
        push(new ChooseBoard(m_document, "mega"));
        push(new ChangeSensorPins(m_document, {{"a", "A0", 2, 1}}));
        push(new ChangeSensorPins(m_document, {{"a", "A15", 2, 1}}));

        const auto expectAfter = [&] {
            QVERIFY(m_document.project().data.columns == choices.columns);
            QCOMPARE(*m_document.project().data.task, Task::Classification);
            QCOMPARE(m_document.project().data.split.seed, 7u);
            QCOMPARE(m_document.project().testSource->fileName, std::string("test.csv"));
            QCOMPARE(m_document.project().design.hidden.size(), std::size_t(2));
            QCOMPARE(m_document.project().training.epochs, 3);
            QCOMPARE(m_document.project().board, std::string("mega"));
            QCOMPARE(m_document.project().sensorPins.at("mega").front().pin, std::string("A15"));
        };
        expectAfter();
        while (m_document.history().canUndo())
            m_document.history().undo();
        QVERIFY(m_document.project().data == before.data);
        QVERIFY(m_document.project().sensorPins.empty());
        QVERIFY(!m_document.project().testSource);
        QVERIFY(m_document.project().design == before.design);
        QVERIFY(m_document.project().training == before.training);
        QCOMPARE(m_document.project().board, before.board);
        while (m_document.history().canRedo())
            m_document.history().redo();
        expectAfter();
    }

    void stepsOfOneLayerAreOneCommand()
    {
        NetworkDesign design = m_document.project().design;
        for (int units : {9, 10, 11}) {
            design.hidden[0].units = units;
            push(new ChangeNetworkDesign(m_document, design));
        }
        QCOMPARE(m_document.history().count(), 1);
        m_document.history().undo();
        QCOMPARE(m_document.project().design.hidden[0].units, 8);
    }

    void stepsThereAndBackLeaveNoCommand()
    {
        NetworkDesign design = m_document.project().design;
        design.hidden[0].units = 9;
        push(new ChangeNetworkDesign(m_document, design));
        design.hidden[0].units = 8;
        push(new ChangeNetworkDesign(m_document, design));
        QCOMPARE(m_document.history().count(), 0);
    }

    void stepsOfDifferentLayersAreCommandsOfTheirOwn()
    {
        NetworkDesign design{{{8}, {8}}};
        push(new ChangeNetworkDesign(m_document, design));
        design.hidden[0].units = 9;
        push(new ChangeNetworkDesign(m_document, design));
        design.hidden[1].units = 9;
        push(new ChangeNetworkDesign(m_document, design));
        QCOMPARE(m_document.history().count(), 3);
    }

    void onlyStepsOfOneShareOrNumberOfTheSplitAreOneCommand()
    {
        Split split = m_document.project().data.split;
        for (double training : {60.0, 61.0, 62.0}) {
            split.training = training;
            push(new ChangeSplit(m_document, split));
        }
        QCOMPARE(m_document.history().count(), 1);
        split.seed = 7;
        push(new ChangeSplit(m_document, split));
        split.method = SplitMethod::Time;
        push(new ChangeSplit(m_document, split));
        split.method = SplitMethod::Random;
        push(new ChangeSplit(m_document, split));
        QCOMPARE(m_document.history().count(), 4);
        m_document.history().undo();
        QCOMPARE(m_document.project().data.split.method, std::optional(SplitMethod::Time));
        QCOMPARE(m_document.project().data.split.training, 62.0);
    }

    void differentSettingsAreCommandsOfTheirOwn()
    {
        TrainingSettings settings = m_document.project().training;
        settings.epochs = 21;
        push(new ChangeTrainingSettings(m_document, settings));
        settings.epochs = 22;
        push(new ChangeTrainingSettings(m_document, settings));
        settings.batch = 8;
        push(new ChangeTrainingSettings(m_document, settings));
        QCOMPARE(m_document.history().count(), 2);
    }

    void readingTheTableAgainCanBeUndone()
    {
        const auto before = m_document.project().source->table;
        const Sample& iris = test::sample("iris");
        const Result<Project> again = projectWithData("iris.csv", std::string(iris.csv), {}, {.header = false});
        QVERIFY(again);
        QSignalSpy changed(&m_document, &Document::sourceChanged);
        push(new ReplaceData(m_document, *again->source, again->data));
        QCOMPARE(m_document.project().source->table->header, false);
        m_document.history().undo();
        QCOMPARE(m_document.project().source->table, before);
        QCOMPARE(changed.count(), 2);
    }

private:
    void push(QUndoCommand* command) { m_document.history().push(command); }

    Document m_document;
};

QTEST_MAIN(CommandsTest)
#include "tst_commands.moc"
