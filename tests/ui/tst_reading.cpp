#include "ui/fixtures.h"
#include "ui/models/table_model.h"
#include "ui/widgets/message_stack.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/reading_part.h"
#include "ui/widgets/reading_popup.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/understood_line.h"

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace broto;
using namespace broto::ui;

using About = ReadingGuess::About;

class ReadingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Light);
        test::speakEnglish();
    }

    void everyChoiceIsNamedAndSetsItsOption_data()
    {
        QTest::addColumn<int>("about");
        QTest::newRow("encoding") << int(About::Encoding);
        QTest::newRow("separator") << int(About::Separator);
        QTest::newRow("decimal") << int(About::Decimal);
        QTest::newRow("grouping") << int(About::Grouping);
        QTest::newRow("header") << int(About::Header);
        QTest::newRow("comments") << int(About::Comments);
        QTest::newRow("date order") << int(About::DateOrder);
    }

    void everyChoiceIsNamedAndSetsItsOption()
    {
        QFETCH(int, about);
        const ReadingPart part(static_cast<About>(about));
        QVERIFY(!part.name().isEmpty());
        QVERIFY(!part.explanation().isEmpty());
        QStringList names;
        std::vector<ReadOptions> options;
        for (const int value : part.values()) {
            names << part.text(value);
            ReadOptions chosen;
            part.set(chosen, value);
            QVERIFY(!(chosen == ReadOptions()));
            QVERIFY(std::ranges::find(options, chosen) == options.end());
            options.push_back(chosen);
            part.set(chosen, std::nullopt);
            QVERIFY(chosen == ReadOptions());
        }
        QVERIFY(!names.contains(QString()));
        QCOMPARE(names.removeDuplicates(), 0);
    }

    void onlyWhatAPersonChoseIsKept()
    {
        Table table;
        table.separator = ';';
        table.decimal = ',';
        table.guesses = {{About::Separator, true, {}}, {About::Decimal, false, {}}};
        const ReadOptions chosen = chosenReading(table);
        QCOMPARE(chosen.separator, std::optional(';'));
        QVERIFY(!chosen.decimal);
    }

    void theSentenceSaysHowTheTableWasRead()
    {
        UnderstoodLine line;
        line.setSource(test::projectOf(test::loggerCsv()).source);
        const QString sentence = line.text();
        for (const char* part : {"readings.csv", "60 rows, 5 columns", "semicolons", "decimal comma", "no grouping",
                                 "UTF-8", "names in line 1", "no comments"})
            QVERIFY2(sentence.contains(QString::fromUtf8(part)), qPrintable(sentence));
        QVERIFY(!sentence.contains(QStringLiteral("dates")));
    }

    void theSentenceWrapsWhereThereIsNoRoom()
    {
        UnderstoodLine line;
        line.setSource(test::projectOf(test::loggerCsv()).source);
        const int oneLine = line.heightForWidth(2000);
        QVERIFY(line.heightForWidth(300) > 2 * oneLine);
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(&line);
        layout->addStretch(1);
        window.resize(300, 400);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (const auto* link : line.findChildren<QPushButton*>())
            QVERIFY2(line.rect().contains(link->geometry()), qPrintable(link->text()));
        line.setParent(nullptr);
    }

    void anotherChoiceIsPreviewedAndTakenByKeyboard()
    {
        UnderstoodLine line;
        line.setSource(test::projectOf(test::loggerCsv()).source);
        line.show();
        QSignalSpy wanted(&line, &UnderstoodLine::readingWanted);
        auto* link = line.findChild<QPushButton*>(QStringLiteral("reading%1").arg(int(About::Separator)));
        link->setFocus();
        QTest::keyClick(link, Qt::Key_Space);
        auto* popup = line.findChild<ReadingPopup*>();
        QVERIFY(popup);
        auto* choices = popup->findChild<QListWidget*>();
        auto* model = popup->findChild<QTableView*>()->model();
        QCOMPARE(choices->currentItem()->text(), QStringLiteral("semicolons"));
        QCOMPARE(model->columnCount(), 5);
        QVERIFY(!popup->findChild<QPushButton*>(QStringLiteral("take"))->isEnabled());
        QTest::keyClick(choices, Qt::Key_Down);
        QTest::keyClick(choices, Qt::Key_Down);
        QCOMPARE(choices->currentItem()->text(), QStringLiteral("vertical bars"));
        QCOMPARE(model->columnCount(), 1);
        QCOMPARE(wanted.count(), 0);
        QTest::keyClick(choices, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<ReadOptions>().separator, std::optional('|'));
    }

    void aChoiceThatCannotBeReadSaysSo()
    {
        const Project project = test::projectOf(test::loggerCsv());
        ReadingPopup popup(*project.source, ReadingPart(About::Separator), nullptr);
        popup.setAttribute(Qt::WA_DeleteOnClose, false);
        auto* choices = popup.findChild<QListWidget*>();
        QVERIFY(choices->count() > 3);
        // With a comma the decimal commas of the rows make more values than there are names.
        choices->setCurrentRow(0);
        const QString outcome = popup.findChildren<QLabel*>().last()->text();
        QVERIFY(popup.findChild<QTableView*>()->model()->columnCount() != 5 || !outcome.isEmpty());
    }

    void findingOutAgainForgetsTheChoice()
    {
        Project project = test::projectOf(test::loggerCsv(), {.separator = ';'});
        auto table = std::make_shared<Table>(*project.source->table);
        table->guesses = {{About::Separator, true, {}}, {About::Header, true, {}}};
        project.source->table = table;
        ReadingPopup popup(*project.source, ReadingPart(About::Separator), nullptr);
        popup.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy wanted(&popup, &ReadingPopup::readingWanted);
        popup.findChild<QPushButton*>(QStringLiteral("findOutAgain"))->click();
        const auto reading = wanted.first().first().value<ReadOptions>();
        QVERIFY(!reading.separator);
        QCOMPARE(reading.header, std::optional(true));
    }

    void theReasonOfAGuessIsShown()
    {
        Project project = test::projectOf(test::loggerCsv());
        auto table = std::make_shared<Table>(*project.source->table);
        table->guesses = {{About::Separator, false, message("test.reason", "All lines have %1 of them.", 4)}};
        project.source->table = table;
        ReadingPopup popup(*project.source, ReadingPart(About::Separator), nullptr);
        popup.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(popup.findChild<QLabel*>(QStringLiteral("reason"))
                    ->text()
                    .contains(QStringLiteral("All lines have 4 of them.")));
        QVERIFY(popup.findChild<QPushButton*>(QStringLiteral("findOutAgain"))->isHidden());
    }

    void moreThanThreeWarningsFold()
    {
        MessageStack stack;
        std::vector<Message> five;
        for (int i = 1; i <= 5; ++i)
            five.push_back(message("test.line", "Line %1 is odd.", i));
        stack.show(five);
        QCOMPARE(visibleStrips(stack), 3);
        auto* more = stack.findChild<QPushButton*>(QStringLiteral("moreMessages"));
        QCOMPARE(more->text(), QStringLiteral("2 more"));
        more->click();
        QCOMPARE(visibleStrips(stack), 5);
        more->click();
        QCOMPARE(visibleStrips(stack), 3);
    }

    void aClosedWarningStaysClosedUntilAnotherIsSaid()
    {
        MessageStack stack;
        const Message odd = message("test.line", "Line %1 is odd.", 7);
        stack.show({odd});
        for (auto* strip : stack.findChildren<MessageStrip*>())
            if (!strip->isHidden())
                strip->findChild<QToolButton*>()->click();
        QCOMPARE(visibleStrips(stack), 0);
        QVERIFY(stack.isHidden());
        stack.show({odd});
        QCOMPARE(visibleStrips(stack), 0);
        stack.show({odd, message("test.line", "Line %1 is odd.", 8)});
        QCOMPARE(visibleStrips(stack), 1);
    }

    void columnsThatAWarningNamesAreLinks()
    {
        MessageStack stack;
        QSignalSpy wanted(&stack, &MessageStack::columnWanted);
        stack.show({message("data.odd-cell", "\"%1\" is text because of \"%2\".", "a<b", "n/d")}, {"x", "a<b"});
        auto* text = stack.findChild<MessageStrip*>()->findChild<QLabel*>();
        QVERIFY2(text->text().contains(QStringLiteral("<a href=\"1\">a&lt;b</a>")), qPrintable(text->text()));
        emit text->linkActivated(QStringLiteral("1"));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().value<std::size_t>(), std::size_t(1));
    }

private:
    static int visibleStrips(const MessageStack& stack)
    {
        const auto strips = stack.findChildren<MessageStrip*>();
        return static_cast<int>(std::ranges::count_if(strips, [](const auto* strip) { return !strip->isHidden(); }));
    }
};

QTEST_MAIN(ReadingTest)
#include "tst_reading.moc"
