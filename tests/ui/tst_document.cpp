#include "ui/commands/change_network_design.h"
#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/fixtures.h"
#include "ui/jobs/dataset_preparer.h"

#include <QSignalSpy>
#include <QTest>

using namespace broto;
using namespace broto::ui;

class DocumentTest : public QObject {
    Q_OBJECT

private slots:
    void aNewProjectIsNotModified()
    {
        Document document;
        document.replace(test::irisProject(), {});
        QVERIFY(!document.modified());
        QVERIFY(!document.empty());
    }

    void anEditModifiesAndUndoingItDoesNot()
    {
        Document document;
        document.replace(test::irisProject(), {});
        document.history().push(new ChangeNetworkDesign(document, {}));
        QVERIFY(document.modified());
        document.history().undo();
        QVERIFY(!document.modified());
    }

    void aResultModifiesAndIsNotUndone()
    {
        Document document;
        document.replace(test::irisProject(), {});
        document.takeRun(test::trainedIris().trained);
        QVERIFY(document.modified());
        QVERIFY(!document.history().canUndo());
        document.markSaved(QStringLiteral("/somewhere/iris.broto"));
        QVERIFY(!document.modified());
        QCOMPARE(document.filePath(), QStringLiteral("/somewhere/iris.broto"));
    }

    void whatWasDoneAfterTheSavedRevisionIsNotSaved()
    {
        Document document;
        document.replace(test::irisProject(), {});
        document.history().push(new ChangeNetworkDesign(document, {{{3}}}));
        const std::uint64_t revision = document.revision();
        document.history().push(new ChangeNetworkDesign(document, {{{3}, {4}}}));
        document.markSaved(QStringLiteral("/somewhere/iris.broto"), {}, revision);
        QVERIFY(document.modified());
        QCOMPARE(document.filePath(), QStringLiteral("/somewhere/iris.broto"));
        document.markSaved(QStringLiteral("/somewhere/iris.broto"), {}, document.revision());
        QVERIFY(!document.modified());
    }

    void undoingToWhatWasSavedBeforeIsAChangeToo()
    {
        Document document;
        document.replace(test::irisProject(), {});
        document.history().push(new ChangeNetworkDesign(document, {{{3}}}));
        const std::uint64_t revision = document.revision();
        document.history().undo(); // while that is being saved
        document.markSaved(QStringLiteral("/somewhere/iris.broto"), {}, revision);
        QVERIFY(document.modified());
        document.history().redo();
        document.history().undo();
        QVERIFY(document.modified());
    }

    void anUnsavedStartIsModified()
    {
        Document document;
        document.replace(test::irisProject(), QStringLiteral("/somewhere/iris.broto"), FileStamp{1, 2},
                         Document::Start::Unsaved);
        QVERIFY(document.modified());
        QVERIFY(document.fileStamp() == std::optional(FileStamp{1, 2}));
        QCOMPARE(document.name(), QStringLiteral("iris.broto"));
    }

    void editingTheNetworkMakesTheTrainingStale()
    {
        Document document;
        document.replace(test::trainedIris(), {});
        QCOMPARE(document.state(Stage::Train), StageState::Done);
        document.history().push(new ChangeNetworkDesign(document, {{{3}}}));
        QCOMPARE(document.state(Stage::Train), StageState::Stale);
        QCOMPARE(document.state(Stage::Compress), StageState::Stale);
        document.history().undo();
        QCOMPARE(document.state(Stage::Train), StageState::Done);
    }

    void theDatasetFollowsTheChoices()
    {
        Document document;
        DatasetPreparer preparer(document);
        document.replace(test::irisProject(), {});
        QVERIFY(!document.datasetIsCurrent());
        QTRY_VERIFY(document.datasetIsCurrent());
        QCOMPARE(document.dataset()->inputs(), 4);
        QCOMPARE(document.shape().size(), std::size_t(2));
        DataChoices choices = document.project().data;
        choices.columns[0].role = Role::Ignore;
        document.setDataChoices(choices);
        QTRY_VERIFY(document.datasetIsCurrent());
        QCOMPARE(document.dataset()->inputs(), 3);
    }

    void aDatasetThatCannotBeMadeIsAProblemOfTheDataPage()
    {
        Document document;
        DatasetPreparer preparer(document);
        document.replace(test::irisProject(), {});
        QTRY_VERIFY(document.datasetIsCurrent());
        DataChoices choices = document.project().data;
        const std::vector<ColumnChoice> good = choices.columns;
        choices.columns[columnWith(Role::Target, choices).value()].role = Role::Ignore;
        document.setDataChoices(choices);
        QTRY_VERIFY(document.problem(Stage::Data).has_value());
        QVERIFY(!document.dataset());
        QCOMPARE(document.messages().size(), std::size_t(1));
        choices.columns = good;
        document.setDataChoices(choices);
        QTRY_VERIFY(document.datasetIsCurrent());
        QVERIFY(!document.problem(Stage::Data));
    }

    void aCancelledPreparationIsSaidAndBegunAgainByAnEdit()
    {
        Document document;
        DatasetPreparer preparer(document);
        document.replace(test::irisProject(), {});
        preparer.cancel();
        QVERIFY(!document.dataset());
        QCOMPARE(std::string(document.problem(Stage::Data)->id), std::string("ui.preparation-cancelled"));
        preparer.cancel(); // nothing runs any more
        QCOMPARE(document.messages().size(), std::size_t(1));
        DataChoices choices = document.project().data;
        choices.scaling = Scaling::None;
        document.setDataChoices(choices);
        QTRY_VERIFY(document.datasetIsCurrent());
        QVERIFY(!document.problem(Stage::Data));
    }

    void columnsAreAsTheyAreWanted()
    {
        constexpr std::size_t petalWidth = 3; // of few enough different values to be a category
        Document document;
        DatasetPreparer preparer(document);
        document.replace(test::irisProject(), {});
        QCOMPARE(document.column(petalWidth)->get(), &document.project().source->table->columns[petalWidth]);
        DataChoices choices = document.project().data;
        choices.columns[petalWidth].type = ColumnType::Category;
        document.setDataChoices(choices);
        QTRY_VERIFY(document.datasetIsCurrent());
        QVERIFY((*document.column(petalWidth))->texts());
    }

    void anotherProjectForgetsTheBoard()
    {
        Document document;
        document.replace(test::trainedIris(), {});
        auto check = std::make_shared<CheckedBoard>();
        check->report.board.modelId = modelId(document.project().variants.back()->model);
        document.takeCheck(check);
        QCOMPARE(document.state(Stage::Device), StageState::Done);
        document.replace(test::irisProject(), {});
        QVERIFY(!document.boardSession().check);
    }

    void aFloatModelThatDiffersIsNotDone()
    {
        Document document;
        document.replace(test::trainedIris(), {});
        for (const double difference : {1e-6, 0.5}) {
            auto check = std::make_shared<CheckedBoard>();
            check->report.board.modelId = modelId(document.project().variants.front()->model);
            check->report.board.floatOutputs = true;
            check->report.largestDifference = difference;
            document.takeCheck(check);
            QCOMPARE(document.state(Stage::Device) == StageState::Done, difference < 0.1);
        }
    }

    void anUnknownBoardFallsBackToTheFirst()
    {
        Document document;
        Project project = test::irisProject();
        project.board = "a board of a later version";
        document.replace(project, {});
        QCOMPARE(document.board().id, boards().front().id);
    }

    void argumentsOfMessagesAreTakenAsTheyAre()
    {
        const Message odd = message("test.odd", BROTO_TEXT("core", "%1 and %2"), "100 %2", 1000);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(messageText(odd), QStringLiteral("100 %2 and 1,000"));
        QLocale::setDefault(QLocale(QLocale::Portuguese, QLocale::Brazil));
        QCOMPARE(messageText(odd), QStringLiteral("100 %2 and 1.000"));
    }
};

QTEST_MAIN(DocumentTest)
#include "tst_document.moc"
