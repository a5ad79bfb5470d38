#include "common/random.h"
#include "project/imported_model.h"
#include "project/project_file.h"
#include "ui/commands/change_data_choices.h"
#include "ui/commands/change_network_design.h"
#include "ui/commands/change_sensor_pins.h"
#include "ui/commands/change_split.h"
#include "ui/commands/change_test_file.h"
#include "ui/commands/change_training_settings.h"
#include "ui/commands/choose_board.h"
#include "ui/commands/data_edits.h"
#include "ui/commands/delete_run.h"
#include "ui/commands/delete_variant.h"
#include "ui/commands/import_model.h"
#include "ui/commands/replace_data.h"
#include "ui/commands/use_run.h"
#include "ui/fixtures.h"

#include <QAction>
#include <QDir>
#include <QTest>

#include <functional>
#include <set>

using namespace broto;
using namespace broto::ui;

namespace {

/// A project equals another if they are the same file, byte for byte.
std::string bytesOf(const Document& document)
{
    Result<std::string> bytes = projectBytes(document.project());
    if (!bytes)
        qFatal("%s", inEnglish(bytes.error()).c_str());
    return std::move(*bytes);
}

/// Trained three times, with variants, and with something that only a newer program understands.
const Project& rich()
{
    static const Project project = [] {
        Project result = test::trainedIris();
        for (const int units : {5, 6}) {
            result.design.hidden = {{units, Activation::Relu}};
            result = *trained(result, *datasetOf(result));
        }
        result.unknown.fields = "{\"trained\": {\"mood\": 1}, \"colour\": \"green\"}";
        return result;
    }();
    return project;
}

struct Edit {
    const char* command; ///< the file in ui/commands that does it
    const char* name;
    std::function<void(Document&)> make;
};

template<class Change>
auto choices(Change change)
{
    return [change](Document& document) {
        DataEdits edits(document);
        change(edits, document);
    };
}

template<class Command, class... Arguments>
void push(Document& document, Arguments&&... arguments)
{
    document.history().push(new Command(document, std::forward<Arguments>(arguments)...));
}

Project readAgain(const Document& document)
{
    return *projectWithData("iris.csv", std::string(document.project().source->bytes->view()), {}, {.header = false});
}

DataCheck someCheck(const Document& document)
{
    DataCheck check;
    check.remedy = message("test.remedy", BROTO_TEXT("core", "Leave a column out"));
    check.remedied = document.project().data;
    check.remedied.columns[2].role = Role::Ignore;
    return check;
}

/// Every edit there is.
const std::vector<Edit>& edits()
{
    static const std::vector<Edit> all = {
        {"data_edits", "a role", choices([](DataEdits& e, Document&) { e.giveRole({0}, Role::Ignore); })},
        {"data_edits", "roles", choices([](DataEdits& e, Document&) {
             e.giveRole({0, 1}, Role::Ignore);
         })},
        {"data_edits", "a group", choices([](DataEdits& e, Document&) { e.setGroup(1); })},
        {"data_edits", "a type", choices([](DataEdits& e, Document&) { e.setType({3}, ColumnType::Category); })},
        {"data_edits", "marks", choices([](DataEdits& e, Document&) { e.setMissingMarks({0}, {"5.1"}); })},
        {"data_edits", "what stands for missing values",
         choices([](DataEdits& e, Document&) { e.setMissingPolicy({0}, MissingPolicy::Median); })},
        {"data_edits", "the task", choices([](DataEdits& e, Document&) { e.setTask(Task::Regression); })},
        {"data_edits", "scaling", choices([](DataEdits& e, Document&) { e.setScaling(Scaling::Robust); })},
        {"data_edits", "windows", choices([](DataEdits& e, Document&) { e.setWindows(WindowChoices{}); })},
        {"data_edits", "a remedy", choices([](DataEdits& e, Document& d) { e.apply(someCheck(d)); })},
        {"change_data_choices", "choices",
         [](Document& d) {
             DataChoices after = d.project().data;
             after.columns[1].role = Role::Ignore;
             push<ChangeDataChoices>(d, after, QStringLiteral("choices"));
         }},
        {"change_split", "the split",
         [](Document& d) {
             Split split = d.project().data.split;
             split.seed += 1;
             push<ChangeSplit>(d, split);
         }},
        {"change_test_file", "a test file", [](Document& d) { push<ChangeTestFile>(d, *d.project().source); }},
        {"change_network_design", "the network",
         [](Document& d) {
             NetworkDesign design = d.project().design;
             design.hidden.push_back({3, Activation::Tanh});
             push<ChangeNetworkDesign>(d, design);
         }},
        {"change_training_settings", "the settings",
         [](Document& d) {
             TrainingSettings settings = d.project().training;
             settings.epochs += 3;
             push<ChangeTrainingSettings>(d, settings);
         }},
        {"choose_board", "the board", [](Document& d) { push<ChooseBoard>(d, std::string("mega")); }},
        {"change_sensor_pins", "pins",
         [](Document& d) {
             push<ChangeSensorPins>(d, std::vector<SensorPin>{{"sepal length", "A0", 0.5f, 1}});
         }},
        {"replace_data", "the reading",
         [](Document& d) {
             const Project again = readAgain(d);
             push<ReplaceData>(d, *again.source, again.data);
         }},
        {"replace_data", "more rows",
         [](Document& d) {
             const std::string csv(d.project().source->bytes->view());
             const Project longer = *projectWithData("iris.csv", csv + "5.1,3.5,1.4,0.2,setosa\n");
             push<ReplaceData>(d, *longer.source, longer.data, QStringLiteral("Add rows"));
         }},
        {"delete_run", "a run goes", [](Document& d) { push<DeleteRun>(d, d.project().earlierRuns.front()); }},
        {"delete_variant", "a variant goes", [](Document& d) { push<DeleteVariant>(d, d.project().variants.back()); }},
        {"use_run", "another run",
         [](Document& d) {
             const int number = d.project().earlierRuns.front()->number;
             push<UseRun>(d, *withRun(d.project(), *datasetOf(d.project()), number));
         }},
        {"import_model", "a model",
         [](Document& d) {
             const DeployableModel model = d.project().variants.front()->model;
             push<ImportModel>(d, *withImportedModel(d.project(), *datasetOf(d.project()), model));
         }},
    };
    return all;
}

void addEdits()
{
    QTest::addColumn<int>("edit");
    for (std::size_t i = 0; i < edits().size(); ++i)
        QTest::newRow(edits()[i].name) << static_cast<int>(i);
}

const Edit& fetchedEdit()
{
    QFETCH(int, edit);
    return edits()[static_cast<std::size_t>(edit)];
}

}

/// Nothing that a person did cannot be undone, and nothing undone cannot be done again.
class UndoTest : public QObject {
    Q_OBJECT

private slots:
    void everyCommandIsTriedHere()
    {
        std::set<std::string> tried;
        for (const Edit& edit : edits())
            tried.insert(edit.command);
        const QDir folder(QStringLiteral(BROTO_SOURCE_DIR "/ui/commands"));
        const QStringList headers = folder.entryList({QStringLiteral("*.h")});
        QVERIFY(headers.size() > 5);
        for (const QString& header : headers)
            if (header != u"command_id.h")
                QVERIFY2(tried.contains(header.chopped(2).toStdString()), qPrintable(header));
    }

    void undoneAndRedoneItIsTheSame_data() { addEdits(); }
    void undoneAndRedoneItIsTheSame()
    {
        const Edit& edit = fetchedEdit();
        Document document;
        document.replace(rich(), {});
        const std::string before = bytesOf(document);
        edit.make(document);
        QCOMPARE(document.history().count(), 1);
        const std::string after = bytesOf(document);
        QVERIFY(after != before);
        QVERIFY(document.modified());
        for (int i = 0; i < 3; ++i) {
            document.history().undo();
            QVERIFY(bytesOf(document) == before);
            QVERIFY(!document.modified());
            document.history().redo();
            QVERIFY(bytesOf(document) == after);
            QVERIFY(document.modified());
        }
    }

    void itsNameStandsInTheMenu_data() { addEdits(); }
    void itsNameStandsInTheMenu()
    {
        Document document;
        document.replace(rich(), {});
        const std::unique_ptr<QAction> undo(document.history().createUndoAction(nullptr));
        const std::unique_ptr<QAction> redo(document.history().createRedoAction(nullptr));
        fetchedEdit().make(document);
        QVERIFY(!document.history().undoText().isEmpty());
        QVERIFY(undo->text().contains(document.history().undoText()));
        document.history().undo();
        QVERIFY(redo->text().contains(document.history().redoText()) && !document.history().redoText().isEmpty());
    }

    void aRunThatCameMeanwhileIsNotLost_data() { addEdits(); }
    void aRunThatCameMeanwhileIsNotLost()
    {
        Document document;
        document.replace(rich(), {});
        fetchedEdit().make(document);
        const auto run = withNewRun(rich(), *datasetOf(rich()))->trained;
        document.takeRun(run);
        document.history().undo();
        QVERIFY(has(document, *run));
        document.history().redo();
        QVERIFY(has(document, *run));
        QVERIFY(document.modified());
        document.history().undo();
        QVERIFY(has(document, *run));
        QVERIFY2(document.modified(), "a result is not undone");
    }

    void manyOfThemInAnyOrderGoBackToTheBeginning_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
    }
    void manyOfThemInAnyOrderGoBackToTheBeginning()
    {
        QFETCH(quint64, seed);
        Random random(seed);
        Document document;
        document.replace(rich(), {});
        std::vector<std::string> states = {bytesOf(document)};
        for (int i = 0; i < 12; ++i) {
            const Edit& edit = edits()[static_cast<std::size_t>(random.below(edits().size()))];
            if (!possible(edit, document.project()))
                continue;
            const int count = document.history().count();
            edit.make(document);
            if (document.history().count() > count)
                states.push_back(bytesOf(document));
            else
                states.back() = bytesOf(document); // merged with the one before, or chosen already
        }
        QVERIFY(states.size() > 3);
        QCOMPARE(document.history().count(), static_cast<int>(states.size()) - 1);
        for (std::size_t i = states.size() - 1; i-- > 0;) {
            document.history().undo();
            QVERIFY2(bytesOf(document) == states[i], qPrintable(document.history().redoText()));
        }
        for (std::size_t i = 1; i < states.size(); ++i) {
            document.history().redo();
            QVERIFY2(bytesOf(document) == states[i], qPrintable(document.history().undoText()));
        }
    }

private:
    static bool has(const Document& document, const TrainedNetwork& run)
    {
        const auto runs = allRuns(document.project());
        return std::ranges::any_of(runs, [&](const auto& other) { return other->history == run.history; });
    }

    /// What an edit needs may be gone by those before it.
    static bool possible(const Edit& edit, const Project& project)
    {
        const std::string_view command = edit.command;
        if (command == "import_model" || command == "use_run")
            return project.data == rich().data && project.source->table == rich().source->table &&
                   !project.earlierRuns.empty() && !isImported(*project.earlierRuns.front()) &&
                   !project.variants.empty();
        if (command == "delete_run")
            return !project.earlierRuns.empty();
        if (command == "delete_variant")
            return project.variants.size() > 1;
        return true;
    }
};

QTEST_MAIN(UndoTest)
#include "tst_undo.moc"
