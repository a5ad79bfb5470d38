#include "ui/commands/data_edits.h"
#include "ui/fixtures.h"
#include "ui/jobs/data_checker.h"
#include "ui/jobs/dataset_preparer.h"
#include "ui/widgets/column_card.h"
#include "ui/widgets/column_facts.h"
#include "ui/widgets/missing_form.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace broto;
using namespace broto::ui;

class ColumnCardTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { test::speakEnglish(); }

    void init()
    {
        m_document = std::make_unique<Document>();
        m_preparer = std::make_unique<DatasetPreparer>(*m_document);
        m_checker = std::make_unique<DataChecker>(*m_document);
        m_card = std::make_unique<ColumnCard>(*m_document);
        m_document->replace(test::projectOf(test::loggerCsv()), {});
        QTRY_VERIFY(m_document->checksAreCurrent());
        m_card->setColumns({0});
    }

    void cleanup()
    {
        m_card.reset();
        m_checker.reset();
        m_preparer.reset();
        m_document.reset();
    }

    void aColumnIsNamedWithItsUnit()
    {
        QCOMPARE(label("columnName")->text(), QStringLiteral("co · mg/m³"));
        QVERIFY(m_card->findChild<ColumnFacts*>()->text().contains(QStringLiteral("Smallest: -200")));
    }

    void withoutASelectionThereIsAHint()
    {
        m_card->setColumns({});
        QVERIFY(box("columnRole")->isHidden());
        m_card->setColumns({99});
        QVERIFY(box("columnRole")->isHidden());
    }

    void aRoleIsAnEditThatCanBeUndone()
    {
        m_card->setColumns({3});
        choose("columnRole", int(Role::Group));
        QCOMPARE(choice(3).role, Role::Group);
        QCOMPARE(m_document->history().undoText(), QStringLiteral("role of person"));
        m_document->history().undo();
        QCOMPARE(choice(3).role, Role::Feature);
        QCOMPARE(box("columnRole")->currentData().toInt(), int(Role::Feature));
    }

    void severalColumnsTakeOneRole()
    {
        m_card->setColumns({0, 1, 4});
        QCOMPARE(label("columnName")->text(), QStringLiteral("3 columns"));
        QCOMPARE(box("columnRole")->currentIndex(), -1); // the target is among them
        m_card->setColumns({0, 1});
        choose("columnRole", int(Role::Ignore));
        QCOMPARE(choice(0).role, Role::Ignore);
        QCOMPARE(choice(1).role, Role::Ignore);
        QCOMPARE(m_document->history().count(), 1);
        m_document->history().undo();
        QCOMPARE(choice(0).role, Role::Feature);
    }

    void severalColumnsTakeOnePolicy()
    {
        m_card->setColumns({0, 1});
        choose("missingPolicy", int(MissingPolicy::Median));
        QCOMPARE(choice(0).missing, std::optional(MissingPolicy::Median));
        QCOMPARE(choice(1).missing, std::optional(MissingPolicy::Median));
    }

    void aTypeIsChosenAndLeftToItsValuesAgain()
    {
        choose("columnType", int(ColumnType::Category));
        QCOMPARE(choice(0).type, std::optional(ColumnType::Category));
        choose("columnType", -1);
        QVERIFY(!choice(0).type);
        m_document->history().undo();
        QCOMPARE(choice(0).type, std::optional(ColumnType::Category));
    }

    void aTypeThatCannotBeIsSaidBesideIt()
    {
        m_card->setColumns({2});
        QCOMPARE(box("columnType")->findData(int(ColumnType::Number)), -1); // no word of it is a number
        DataEdits(*m_document).setType({2}, ColumnType::Number);
        QTRY_VERIFY(!label("columnProblem")->isHidden());
        QVERIFY(label("columnProblem")->text().contains(QStringLiteral("hall")));
        QVERIFY(m_document->problem(Stage::Data));
        QVERIFY(m_card->saysProblem(*m_document->problem(Stage::Data)));
        m_card->setColumns({1});
        QVERIFY(!m_card->saysProblem(*m_document->problem(Stage::Data)));
        m_card->setColumns({2});
        m_document->history().undo();
        QTRY_VERIFY(label("columnProblem")->isHidden());
    }

    void marksThatTurnWordsIntoNumbersMakeAFeature()
    {
        m_document->replace(test::projectOf(wordsAmongNumbers()), {}); // without a feature there are no checks
        m_card->setColumns({0});
        QCOMPARE(choice(0).role, Role::Ignore);
        QVERIFY(!box("columnType")->itemText(0).startsWith(QStringLiteral("number")));
        write(QStringLiteral("broken"));
        QCOMPARE(choice(0).role, Role::Feature);
        QVERIFY(box("columnType")->itemText(0).startsWith(QStringLiteral("number")));
        QCOMPARE(m_document->history().count(), 1);
        m_document->history().undo();
        QCOMPARE(choice(0).role, Role::Ignore);
        QVERIFY(choice(0).missingMarks.empty());
    }

    void classesWrittenAsDigitsAreCounted()
    {
        std::string csv = "x,kind\n";
        for (int i = 0; i < 40; ++i)
            csv += std::to_string(i) + ".5," + std::to_string(i % 4 == 0 ? 7 : 3) + "\n";
        m_document->replace(test::projectOf(csv), {});
        QTRY_VERIFY(m_document->checksAreCurrent());
        DataEdits(*m_document).giveRole({1}, Role::Target);
        m_card->setColumns({1});
        const QString facts = m_card->findChild<ColumnFacts*>()->text();
        QVERIFY2(facts.contains(QStringLiteral("3: 30")) && facts.contains(QStringLiteral("7: 10")), qPrintable(facts));
        QVERIFY(!facts.contains(QStringLiteral("Mean")));
    }

    void whatIsNotListedIsCounted()
    {
        std::string csv = "kind,y\n";
        for (int i = 0; i < 90; ++i)
            csv += "kind" + std::to_string(i % 9) + "," + std::to_string(i) + ".5\n";
        m_document->replace(test::projectOf(csv), {});
        m_card->setColumns({0});
        QVERIFY(m_card->findChild<ColumnFacts*>()->text().contains(QStringLiteral("3 more: 30")));
    }

    void marksAreTakenFromTheLine()
    {
        m_card->setColumns({1});
        write(QStringLiteral("15,3; 9999"));
        QCOMPARE(choice(1).missingMarks, (std::vector<std::string>{"15,3", "9999"}));
        QTRY_COMPARE(label("missingCount")->text(), QStringLiteral("5 of 60 values are missing."));
        m_document->history().undo();
        QVERIFY(choice(1).missingMarks.empty());
        QCOMPARE(m_card->findChild<QLineEdit*>()->text(), QString());
    }

    void marksThatAreNoNumbersAreRefused()
    {
        write(QStringLiteral("-200; broken"));
        QVERIFY(choice(0).missingMarks.empty());
        QVERIFY(!label("marksProblem")->isHidden());
        QVERIFY(label("marksProblem")->text().contains(QStringLiteral("broken")));
        write(QStringLiteral("-200"));
        QCOMPARE(choice(0).missingMarks, std::vector<std::string>{"-200"});
        QVERIFY(label("marksProblem")->isHidden());
    }

    void newsDoesNotTakeAwayWhatIsBeingWritten()
    {
        m_card->show();
        QVERIFY(QTest::qWaitForWindowActive(m_card.get()));
        auto* line = m_card->findChild<QLineEdit*>(QStringLiteral("missingMarks"));
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral("-20"));
        m_document->setDataChoices(m_document->project().data);
        QCOMPARE(line->text(), QStringLiteral("-20"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(choice(0).missingMarks, std::vector<std::string>{"-20"});
    }

    void linesOfMarksAreTakenApart_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("numbers");
        QTest::addColumn<QStringList>("marks");
        QTest::newRow("nothing") << QString() << true << QStringList{};
        QTest::newRow("blanks") << QStringLiteral("  ; ;") << true << QStringList{};
        QTest::newRow("one") << QStringLiteral("-200") << true << QStringList{QStringLiteral("-200")};
        QTest::newRow("decimal comma") << QStringLiteral("-99,9") << true << QStringList{QStringLiteral("-99,9")};
        QTest::newRow("comma and space") << QStringLiteral("-200, 9999") << true
                                         << QStringList{QStringLiteral("-200"), QStringLiteral("9999")};
        QTest::newRow("space") << QStringLiteral("-200 9999") << true
                               << QStringList{QStringLiteral("-200"), QStringLiteral("9999")};
        QTest::newRow("twice") << QStringLiteral("7;7") << true << QStringList{QStringLiteral("7")};
        QTest::newRow("text with a space")
            << QStringLiteral("sem dado; x") << false << QStringList{QStringLiteral("sem dado"), QStringLiteral("x")};
    }

    void linesOfMarksAreTakenApart()
    {
        QFETCH(QString, line);
        QFETCH(bool, numbers);
        QFETCH(QStringList, marks);
        QStringList found;
        for (const std::string& mark : marksIn(line, numbers))
            found << QString::fromStdString(mark);
        QCOMPARE(found, marks);
    }

    void aSentinelIsSuggestedAndTakenByOneClick()
    {
        auto* suggestion = m_card->findChild<QPushButton*>(QStringLiteral("suggestion"));
        QVERIFY(suggestion);
        QVERIFY(suggestion->text().contains(QStringLiteral("-200")));
        suggestion->click();
        QCOMPARE(choice(0).missingMarks, std::vector<std::string>{"-200"});
        QTRY_VERIFY(m_card->findChild<ColumnFacts*>()->text().contains(QStringLiteral("Smallest: 2")));
        QTRY_VERIFY(m_document->checksAreCurrent());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!m_card->findChild<QPushButton*>(QStringLiteral("suggestion")));
        QVERIFY(m_document->history().undoText().contains(QStringLiteral("-200")));
        m_document->history().undo();
        QTRY_VERIFY(m_card->findChild<QPushButton*>(QStringLiteral("suggestion")));
    }

    void categoriesAreNotFilledWithAMean()
    {
        m_card->setColumns({2});
        QCOMPARE(box("missingPolicy")->findData(int(MissingPolicy::Mean)), -1);
        QVERIFY(box("missingPolicy")->findData(int(MissingPolicy::MostFrequent)) > 0);
        m_card->setColumns({4}); // nothing stands for a target
        QVERIFY(box("missingPolicy")->isHidden());
    }

private:
    /// A column of more different numbers than a category may have, and a word among them.
    static std::string wordsAmongNumbers()
    {
        std::string csv = "level,y\n";
        for (int i = 0; i < 120; ++i)
            csv += (i == 70 ? std::string("broken") : std::to_string(i) + ".25") + "," + (i % 2 ? "on" : "off") + "\n";
        return csv;
    }

    QComboBox* box(const char* name) { return m_card->findChild<QComboBox*>(QLatin1String(name)); }
    QLabel* label(const char* name) { return m_card->findChild<QLabel*>(QLatin1String(name)); }
    const ColumnChoice& choice(std::size_t column) { return m_document->project().data.columns[column]; }

    void choose(const char* name, int data)
    {
        const int index = box(name)->findData(data);
        QVERIFY(index >= 0);
        box(name)->setCurrentIndex(index);
        emit box(name)->activated(index);
    }

    void write(const QString& marks)
    {
        auto* line = m_card->findChild<QLineEdit*>(QStringLiteral("missingMarks"));
        line->setText(marks);
        line->setModified(true);
        emit line->editingFinished();
    }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<DatasetPreparer> m_preparer;
    std::unique_ptr<DataChecker> m_checker;
    std::unique_ptr<ColumnCard> m_card;
};

QTEST_MAIN(ColumnCardTest)
#include "tst_column_card.moc"
