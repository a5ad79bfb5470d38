#include "ui/fixtures.h"
#include "ui/jobs/data_checker.h"
#include "ui/jobs/dataset_preparer.h"
#include "ui/jobs/training_job.h"
#include "ui/jobs/window_planner.h"
#include "ui/pages/network_page.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/check_row.h"
#include "ui/widgets/checks_note.h"
#include "ui/widgets/preparation_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace broto;
using namespace broto::ui;

namespace {

struct Bench {
    Document document;
    DatasetPreparer preparer{document};
    DataChecker checker{document};
};

/// The samples as they come.
Project sampleProject(std::string_view id)
{
    const Sample& sample = test::sample(id);
    Result<Project> project = projectWithData(std::string(sample.fileName), std::string(sample.csv), sample.sidecar);
    Q_ASSERT(project);
    return *project;
}

}

class ChecksTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { test::speakEnglish(); }

    void theWorstIsFirst()
    {
        Document document;
        document.replace(test::projectOf(test::loggerCsv()), {});
        CheckList list(document);
        using Severity = DataCheck::Severity;
        document.takeChecks({check(Severity::Note, "first"), check(Severity::Problem, "second"),
                             check(Severity::Warning, "third"), check(Severity::Problem, "fourth")});
        QStringList texts;
        for (const auto* label : list.findChildren<QLabel*>(QStringLiteral("finding")))
            texts << label->text();
        QCOMPARE(texts, (QStringList{QStringLiteral("<b>Problem.</b> second"), QStringLiteral("<b>Problem.</b> fourth"),
                                     QStringLiteral("<b>Warning.</b> third"), QStringLiteral("<b>Note.</b> first")}));
    }

    void columnsAreLinks()
    {
        DataCheck one = check(DataCheck::Severity::Warning, "");
        one.finding = message("test.columns", "One column alone tells \"%1\": %2.", "y<", "a, b & c");
        one.columns = {0, 2};
        CheckRow row(one, {"a", "y<", "b & c"});
        const auto* label = row.findChild<QLabel*>(QStringLiteral("finding"));
        QVERIFY2(label->text().contains(
                     QStringLiteral("tells &quot;y&lt;&quot;: <a href=\"0\">a</a>, <a href=\"2\">b &amp; c</a>.")),
                 qPrintable(label->text()));
        QSignalSpy wanted(&row, &CheckRow::columnWanted);
        emit const_cast<QLabel*>(label)->linkActivated(QStringLiteral("2"));
        QCOMPARE(wanted.first().first().toULongLong(), 2ull);
    }

    void aRemedyIsAnEditWithItsName()
    {
        Bench bench;
        CheckList list(bench.document);
        bench.document.replace(test::projectOf(test::loggerCsv()), {});
        QTRY_VERIFY(bench.document.checksAreCurrent());
        const DataChoices before = bench.document.project().data;
        auto* remedy = remedyNamed(list, QStringLiteral("-200"));
        QVERIFY(remedy);
        const QString name = remedy->text();
        remedy->click();
        QCOMPARE(bench.document.history().undoText(), name);
        QCOMPARE(bench.document.project().data.columns[0].missingMarks, std::vector<std::string>{"-200"});
        QTRY_VERIFY(bench.document.checksAreCurrent());
        QVERIFY(!remedyNamed(list, QStringLiteral("-200")));
        bench.document.history().undo();
        QVERIFY(bench.document.project().data == before);
        QTRY_VERIFY(bench.document.checksAreCurrent());
        QVERIFY(remedyNamed(list, QStringLiteral("-200")));
    }

    void theFocusGoesOnToTheNextCheck()
    {
        Bench bench;
        CheckList list(bench.document);
        list.resize(600, 400);
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        std::string csv = "a,b,y\n";
        for (int i = 0; i < 60; ++i)
            csv += (i % 9 ? std::to_string(3 + i * 7 % 29) + ".5" : "-200") + "," +
                   (i % 7 ? std::to_string(5 + i * 11 % 31) + ".25" : "9999") + "," + (i % 2 ? "on" : "off") + "\n";
        bench.document.replace(test::projectOf(csv), {});
        QTRY_VERIFY(bench.document.checksAreCurrent());
        auto* first = remedyNamed(list, QStringLiteral("-200"));
        QVERIFY(first && remedyNamed(list, QStringLiteral("9,999")));
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Space);
        QVERIFY(list.hasFocus());
        QTRY_VERIFY(bench.document.checksAreCurrent());
        QTRY_VERIFY(list.focusWidget() && list.focusWidget()->objectName() == QStringLiteral("remedy"));
    }

    void anOldRemedyCannotTakeBackANewChoice()
    {
        Bench bench;
        CheckList list(bench.document);
        bench.document.replace(test::projectOf(test::loggerCsv()), {});
        QTRY_VERIFY(bench.document.checksAreCurrent());
        DataChoices choices = bench.document.project().data;
        choices.scaling = Scaling::None;
        bench.document.setDataChoices(choices);
        auto* remedy = remedyNamed(list, QStringLiteral("-200"));
        QVERIFY(remedy && !remedy->isEnabled());
        QTRY_VERIFY(bench.document.checksAreCurrent());
        remedy = remedyNamed(list, QStringLiteral("-200"));
        QVERIFY(remedy && remedy->isEnabled());
        remedy->click();
        QCOMPARE(bench.document.project().data.scaling, Scaling::None);
    }

    void checksOfOlderChoicesAreDropped()
    {
        Bench bench;
        bench.document.replace(test::projectOf(test::loggerCsv()), {});
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        // The checks are under way, or waiting to be delivered: a choice makes them those of yesterday.
        DataChoices choices = bench.document.project().data;
        choices.columns[0].missingMarks = {"-200"};
        bench.document.setDataChoices(choices);
        QVERIFY(!bench.document.checksAreCurrent());
        QTRY_VERIFY(bench.document.checksAreCurrent());
        for (const DataCheck& found : *bench.document.checks())
            QVERIFY(found.finding.id != "data.check-missing-mark");
    }

    void aLargerNetworkIsLookedAtAgain()
    {
        Bench bench;
        bench.document.replace(test::projectOf(test::loggerCsv()), {});
        QTRY_VERIFY(bench.document.checksAreCurrent());
        QVERIFY(!has(bench.document, "data.check-too-few-rows"));
        bench.document.setDesign({{{64}, {64}}});
        QTRY_VERIFY(has(bench.document, "data.check-too-few-rows"));
    }

    void withoutFindingsThatIsSaid()
    {
        Document document;
        CheckList list(document);
        const auto* state = list.findChild<QLabel*>(QStringLiteral("checksState"));
        document.replace(test::irisProject(), {});
        QVERIFY(state->text().startsWith(QStringLiteral("Looking")));
        document.takeChecks({});
        QVERIFY(!state->isHidden());
        QVERIFY(state->text().startsWith(QStringLiteral("No problems found")));
        document.takeChecks({check(DataCheck::Severity::Note, "something")});
        QVERIFY(state->isHidden());
    }

    void aDisguisedTargetIsFoundAndIgnoredByOneClick()
    {
        Bench bench;
        Project project = sampleProject("obd-emissions");
        for (ColumnChoice& column : project.data.columns)
            if (column.role == Role::Ignore)
                column.role = Role::Feature;
        const auto& columns = project.source->table->columns;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (!usableAsFeature(columns[i]))
                project.data.columns[i].role = Role::Ignore;
        CheckList list(bench.document);
        bench.document.replace(project, {});
        QTRY_VERIFY_WITH_TIMEOUT(bench.document.checksAreCurrent(), 20'000);
        QVERIFY(has(bench.document, "data.check-disguised-target"));
        auto* remedy = remedyNamed(list, QStringLiteral("Ignore"));
        QVERIFY(remedy);
        remedy->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench.document.checksAreCurrent(), 20'000);
        QVERIFY(!has(bench.document, "data.check-disguised-target"));
    }

    void theTabAndTheTrainPageCountThem()
    {
        Document document;
        JobRunner runner;
        TrainingJob training(document, runner);
        document.replace(test::trainedIris(), {});
        WindowPlanner planner(document);
        PreparationPanel panel(document, planner);
        NetworkPage page(document, runner, training);
        auto* tabs = panel.findChild<QTabWidget*>();
        auto* note = page.findChild<ChecksNote*>();
        QCOMPARE(tabs->tabText(0), QStringLiteral("Checks"));
        QVERIFY(note->isHidden());
        using Severity = DataCheck::Severity;
        document.takeChecks({check(Severity::Note, "a"), check(Severity::Warning, "b"), check(Severity::Problem, "c")});
        QCOMPARE(tabs->tabText(0), QStringLiteral("Checks (3)"));
        QVERIFY(!tabs->tabIcon(0).isNull());
        QVERIFY2(note->text().startsWith(QStringLiteral("2 things")), qPrintable(note->text()));
        QSignalSpy wanted(&page, &StagePage::stageWanted);
        emit note->linkActivated(QStringLiteral("checks"));
        QCOMPARE(wanted.first().first().value<Stage>(), Stage::Data);
        QVERIFY(page.primaryButton().isEnabled()); // they never stand in the way
        document.takeChecks({});
        QVERIFY(note->isHidden());
    }

private:
    static DataCheck check(DataCheck::Severity severity, const char* text)
    {
        DataCheck made;
        made.severity = severity;
        made.finding = message("test.check", text);
        return made;
    }

    static bool has(const Document& document, std::string_view id)
    {
        return document.checks() &&
               std::ranges::any_of(*document.checks(), [&](const DataCheck& found) { return found.finding.id == id; });
    }

    static QPushButton* remedyNamed(const CheckList& list, const QString& part)
    {
        for (auto* button : list.findChildren<QPushButton*>(QStringLiteral("remedy")))
            if (button->text().contains(part))
                return button;
        return nullptr;
    }
};

QTEST_MAIN(ChecksTest)
#include "tst_checks.moc"
