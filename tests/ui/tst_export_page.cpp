#include "fixtures.h"
#include "platform/file.h"
#include "ui/commands/choose_board.h"
#include "ui/pages/export_actions.h"
#include "ui/pages/export_page.h"
#include "ui/widgets/byte_bar.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/format_card.h"
#include "ui/widgets/format_list.h"
#include "ui/widgets/promised_files.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QtTest>

using namespace broto;
using namespace broto::ui;

namespace {

/// The page with the iris network on it, its files made.
struct Bench {
    Bench()
    {
        page.resize(1100, 640);
        page.show();
        page.actions().runDrag = [this](QMimeData* mime, const QPixmap&) {
            dragged.reset(mime);
            return Qt::CopyAction;
        };
        page.actions().openUrl = [this](const QUrl& url) {
            opened = url;
            return true;
        };
        document.replace(test::trainedIris(), {});
    }
    bool made() const { return save->isEnabled(); }
    template<class Widget>
    Widget* find(const char* name) const
    {
        return page.findChild<Widget*>(QString::fromLatin1(name));
    }

    Document document;
    ExportPage page{document};
    CodeView* code = find<CodeView>("code");
    QPushButton* save = find<QPushButton>("saveFiles");
    FormatCard* header = find<FormatCard>("format-cpp");
    std::unique_ptr<QMimeData> dragged;
    QUrl opened;
};

QString numberedList(int lines)
{
    QString text = QStringLiteral("// begin\nstatic const int8_t weights[9] = {\n");
    for (int line = 0; line < lines; ++line)
        text += QStringLiteral("    %1,\n").arg(line);
    return text + QStringLiteral("};\n// end of weights\n");
}

}

class ExportPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        test::speakEnglish();
        QVERIFY(m_home.isValid());
        qputenv("XDG_CACHE_HOME", m_home.path().toUtf8());
    }

    void theHeaderIsShownCopiedAndSaved()
    {
        Bench bench;
        QTRY_VERIFY(bench.made());
        const QString code = bench.code->code();
        QVERIFY(code.contains(QStringLiteral("iris_ptq_int8")));
        bench.page.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), code);
        const QString path = m_home.filePath(QStringLiteral("model.h"));
        QVERIFY(bench.page.actions().saveTo(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), code);
        QVERIFY(!bench.page.actions().saveTo(m_home.filePath(QStringLiteral("no/such/folder/model.h"))));
        QVERIFY(bench.document.problem(Stage::Export));
    }

    void everyFormatCanBeMadeAndTellsItsSize()
    {
        Bench bench;
        auto* formats = bench.find<FormatList>("formats");
        QCOMPARE(formats->count(), static_cast<int>(exportFormats().size()));
        for (int format = 0; format < formats->count(); ++format) {
            static const QRegularExpression size(QStringLiteral("[0-9] (B|KiB)$"));
            QTRY_VERIFY2(formats->card(format).accessibleName().contains(size),
                         qPrintable(formats->card(format).accessibleName()));
            formats->choose(format);
            QTRY_VERIFY(bench.made());
            QVERIFY(bench.find<QComboBox>("exportedFiles")->count() > 0);
            QVERIFY(!bench.find<QLabel>("purpose")->text().isEmpty());
        }
    }

    void anotherVariantReplacesTheCode()
    {
        Bench bench;
        QTRY_VERIFY(bench.made());
        bench.document.chooseVariant("float");
        QVERIFY(!bench.find<QPushButton>("copyCode")->isEnabled()); // what is to be seen is of the other
        QTRY_VERIFY(bench.made());
        QVERIFY(bench.code->code().contains(QStringLiteral("iris_float")));
    }

    void straightLineCodeIsOfferedWhereItCanBe()
    {
        Bench bench;
        auto* straight = bench.find<QCheckBox>("straightLine");
        QTRY_VERIFY(bench.made());
        QVERIFY(straight->isVisible() && straight->isEnabled());
        QVERIFY(!bench.code->code().contains(QStringLiteral("straightLine")));
        straight->click();
        QTRY_VERIFY(bench.code->code().contains(QStringLiteral("straightLine")));
        bench.document.setBoard("pico");
        QVERIFY(!straight->isVisible());
        QTRY_VERIFY(!bench.code->code().contains(QStringLiteral("straightLine")));
        bench.document.setBoard("uno");
        QTRY_VERIFY(bench.code->code().contains(QStringLiteral("straightLine")));
        bench.document.chooseVariant("float");
        QVERIFY(!straight->isEnabled() && !straight->toolTip().isEmpty());
        QTRY_VERIFY(bench.code->code().contains(QStringLiteral("iris_float")));
    }

    void bytesAreThoseOfTheBoard()
    {
        Bench bench;
        auto* flash = bench.find<ByteBar>("flashBytes");
        QTRY_VERIFY(!flash->text().isEmpty());
        QVERIFY2(flash->accessibleName().contains(QStringLiteral("31.5 KiB")), qPrintable(flash->accessibleName()));
        for (const char* part : {"Layer 1 ", "Layer 2 ", "Biases ", "Inputs ", "Code "})
            QVERIFY2(flash->text().contains(QLatin1String(part)), qPrintable(flash->text()));
        bench.document.history().push(new ChooseBoard(bench.document, "esp32"));
        QVERIFY2(!flash->accessibleName().contains(QStringLiteral("31.5 KiB")), qPrintable(flash->accessibleName()));
        QVERIFY(bench.find<ByteBar>("ramBytes")->text().contains(QStringLiteral("Activations ")));
    }

    void partsAreReadOutByKeysAndByThePointer()
    {
        ByteBar bar;
        bar.resize(400, bar.sizeHint().height());
        bar.setVisible(true);
        bar.show(QStringLiteral("Flash"),
                 {{QStringLiteral("One"), {}, 100, Qt::red}, {QStringLiteral("Two"), {}, 300, Qt::blue}}, 400, 1000,
                 QStringLiteral("note"));
        QCOMPARE(bar.accessibleName(), QStringLiteral("Flash 400 of 1,000 B"));
        QCOMPARE(bar.accessibleDescription(), QStringLiteral("One 100 B, Two 300 B"));
        QVERIFY(bar.readOut().isEmpty());
        QTest::keyClick(&bar, Qt::Key_Right);
        QCOMPARE(bar.readOut(), QStringLiteral("One · 100 B · 25.0 %"));
        QTest::keyClick(&bar, Qt::Key_End);
        QCOMPARE(bar.readOut(), QStringLiteral("Two · 300 B · 75.0 %"));
        QCOMPARE(bar.accessibleDescription(), bar.readOut());
        QTest::keyClick(&bar, Qt::Key_Right); // there is nothing behind the last
        QCOMPARE(bar.readOut(), QStringLiteral("Two · 300 B · 75.0 %"));
        QTest::mouseMove(&bar, QPoint(20, 40));
        QCOMPARE(bar.readOut(), QStringLiteral("One · 100 B · 25.0 %"));
    }

    void aTinyPartCanBePointedAt()
    {
        ByteBar bar;
        bar.resize(300, bar.sizeHint().height());
        bar.setVisible(true);
        bar.show(QStringLiteral("Flash"),
                 {{QStringLiteral("Tiny"), {}, 1, Qt::red}, {QStringLiteral("Huge"), {}, 999999, Qt::blue}}, 1000000,
                 2000000, {});
        QTest::mouseMove(&bar, QPoint(1, 40));
        QVERIFY(bar.readOut().startsWith(QStringLiteral("Tiny")));
    }

    void aDraggedCardPromisesItsFiles()
    {
        Bench bench;
        QTRY_VERIFY(bench.made());
        QTest::mousePress(bench.header, Qt::LeftButton, {}, QPoint(20, 20));
        QMouseEvent move(QEvent::MouseMove, QPointF(60, 30), bench.header->mapToGlobal(QPointF(60, 30)), Qt::LeftButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(bench.header, &move);
        QTest::mouseRelease(bench.header, Qt::LeftButton, {}, QPoint(60, 30));
        QVERIFY(bench.dragged);
        QVERIFY(bench.dragged->hasFormat(QStringLiteral("text/uri-list")));
        QVERIFY(exportsMade().isEmpty()); // looking at what it is writes nothing
        const QList<QUrl> urls = bench.dragged->urls();
        QCOMPARE(urls.size(), 1);
        QFile file(urls[0].toLocalFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), bench.code->code());
        const QString path = urls[0].toLocalFile();
        bench.dragged.reset();
        QVERIFY(QFile::exists(path)); // programs copy it later
    }

    void aShortPullIsAClick()
    {
        Bench bench;
        QTRY_VERIFY(bench.made());
        QTest::mousePress(bench.header, Qt::LeftButton, {}, QPoint(20, 20));
        QTest::mouseMove(bench.header, QPoint(21, 21));
        QTest::mouseRelease(bench.header, Qt::LeftButton, {}, QPoint(21, 21));
        QVERIFY(!bench.dragged);
        QVERIFY(bench.header->isChecked());
    }

    void copiedFilesCanBePasted()
    {
        Bench bench;
        QTRY_VERIFY(bench.made());
        bench.header->setFocus();
        QTest::keySequence(bench.header, QKeySequence::Copy);
        const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(mime->urls().size(), 1);
        QVERIFY(QFile::exists(mime->urls()[0].toLocalFile()));
        QVERIFY(mime->data(QStringLiteral("x-special/gnome-copied-files")).startsWith("copy\nfile:///"));
    }

    void filesThatCannotBeWrittenAreReported()
    {
        Bench bench;
        QTRY_VERIFY(bench.made());
        const QString blocked = m_home.filePath(QStringLiteral("blocked"));
        QVERIFY(writeFileAtomically(blocked.toStdString(), "a file where the cache should be"));
        qputenv("XDG_CACHE_HOME", blocked.toUtf8());
        bench.page.actions().copyFiles();
        qputenv("XDG_CACHE_HOME", m_home.path().toUtf8());
        QVERIFY(bench.document.problem(Stage::Export));
    }

    void theFolderIsShown()
    {
        Bench bench;
        QTRY_VERIFY(bench.made());
        bench.page.actions().showInFolder();
        QVERIFY(bench.opened.toLocalFile().startsWith(m_home.path())); // a copy, for nothing was saved
        QVERIFY(bench.page.actions().saveTo(m_home.filePath(QStringLiteral("saved.h"))));
        bench.page.actions().showInFolder();
        QCOMPARE(bench.opened.toLocalFile(), m_home.path());
        bench.page.actions().openUrl = [](const QUrl&) { return false; };
        bench.page.actions().showInFolder();
        QCOMPARE(bench.document.problem(Stage::Export)->id, std::string_view("export.no-file-manager"));
    }

    void otherFilesAreReplacedOnlyWhenAllowed()
    {
        Bench bench;
        QTRY_VERIFY(bench.made());
        QTemporaryDir folder;
        const std::filesystem::path there = folder.path().toStdString() + "/iris_ptq_int8.h";
        QVERIFY(writeFileAtomically(there, "mine"));
        QStringList asked;
        bench.page.actions().mayReplace = [&asked](const QStringList& names) {
            asked = names;
            return false;
        };
        bench.page.actions().saveInto(folder.path());
        QCOMPARE(asked, QStringList{QStringLiteral("iris_ptq_int8.h")});
        QCOMPARE(*readFile(there), std::string("mine"));
        bench.page.actions().mayReplace = [](const QStringList&) { return true; };
        bench.page.actions().saveInto(folder.path());
        QCOMPARE(QString::fromStdString(*readFile(there)), bench.code->code());
    }

    void withoutTheArduinoIdeNothingSpeaksOfIt()
    {
        qputenv("PATH", "/no/such/folder");
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        qputenv("XDG_DATA_DIRS", m_home.path().toUtf8());
        Bench bench;
        QTRY_VERIFY(bench.made());
        QVERIFY(bench.find<QPushButton>("openInIde")->isHidden());
    }

    void longListsAreFoldedAndOpenedByKeysAndClicks()
    {
        CodeView view;
        view.resize(600, 400);
        view.setVisible(true);
        view.show(FoldedCode(numberedList(20)));
        const auto secondLine = [&view] { return view.document()->findBlockByNumber(1).text(); };
        QCOMPARE(view.blockCount(), 4); // begin, the list, its end and the empty line behind the last break
        QVERIFY2(secondLine().contains(QStringLiteral("= {  … 21 more line")), qPrintable(secondLine()));
        view.setTextCursor(QTextCursor(view.document()->findBlockByNumber(1)));
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(!view.anythingFolded());
        QCOMPARE(view.toPlainText(), view.code());
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(view.anythingFolded());
        QTextCursor end(view.document()->findBlockByNumber(1));
        end.movePosition(QTextCursor::EndOfBlock);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.cursorRect(end).center() - QPoint(20, 0));
        QCOMPARE(view.toPlainText(), view.code());
        auto* numbers = view.findChild<QWidget*>(QStringLiteral("lineNumbers"));
        QTextCursor header(view.document()->findBlockByNumber(1));
        QTest::mouseClick(numbers, Qt::LeftButton, {}, QPoint(5, view.cursorRect(header).center().y()));
        QVERIFY(view.anythingFolded());
    }

    void aHugeListIsOpenedInParts()
    {
        CodeView view;
        view.show(FoldedCode(numberedList(1200)));
        view.toggleFold(1);
        QVERIFY(view.anythingFolded());
        const int shown = view.blockCount();
        QVERIFY(shown > 100 && shown < 1000);
        QTextCursor last(view.document()->findBlockByNumber(shown - 3)); // the last line shown, with the note
        QVERIFY2(last.block().text().contains(u'…'), qPrintable(last.block().text()));
        view.setTextCursor(last);
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(view.blockCount() > shown);
        for (int i = 0; i < 10 && view.anythingFolded(); ++i) {
            view.setTextCursor(QTextCursor(view.document()->findBlockByNumber(view.blockCount() - 3)));
            QTest::keyClick(&view, Qt::Key_Return);
        }
        QCOMPARE(view.toPlainText(), view.code());
    }

    void copyingKnowsWhatIsFolded()
    {
        CodeView view;
        view.show(FoldedCode(numberedList(20)));
        QVERIFY(view.anythingFolded());
        QTest::keySequence(&view, QKeySequence::Copy); // nothing is selected: all
        QCOMPARE(QGuiApplication::clipboard()->text(), view.code());
        QTest::keySequence(&view, QKeySequence::SelectAll);
        QTest::keySequence(&view, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), view.code());
    }

    void placesAreFoundInFoldedLinesToo()
    {
        Bench bench;
        QTRY_VERIFY(bench.made());
        bench.code->show(FoldedCode(numberedList(2000)));
        auto* field = bench.find<QLineEdit>("findInCode");
        auto* hits = bench.find<QLabel>("hits");
        field->setText(QStringLiteral("WEIGHTS")); // whatever the capitals are
        QCOMPARE(hits->text(), QStringLiteral("1 of 2"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(hits->text(), QStringLiteral("2 of 2"));
        QTest::keyClick(field, Qt::Key_Return); // around
        QCOMPARE(hits->text(), QStringLiteral("1 of 2"));
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(hits->text(), QStringLiteral("2 of 2"));
        field->setText(QStringLiteral("  1234,"));
        QCOMPARE(hits->text(), QStringLiteral("1 of 1"));
        QCOMPARE(bench.code->textCursor().block().text(), QStringLiteral("    1234,"));
        field->setText(QStringLiteral("nowhere"));
        QCOMPARE(hits->text(), QStringLiteral("not found"));
        QVERIFY(!bench.find<QWidget>("nextHit")->isEnabled());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(field->text().isEmpty() && hits->text().isEmpty());
    }

    void theKeyboardReachesEverythingInTheOrderItIsRead()
    {
        Bench bench;
        QTRY_VERIFY(bench.made());
        bench.page.activateWindow();
        bench.find<ByteBar>("flashBytes")->setFocus();
        QStringList reached;
        for (int i = 0; i < 14; ++i) {
            reached << QApplication::focusWidget()->objectName();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        qsizetype before = -1;
        for (const char* name : {"flashBytes", "ramBytes", "exportVariant", "format-cpp", "saveFiles", "copyFiles",
                                 "showInFolder", "findInCode", "foldLists", "copyCode", "code"}) {
            const qsizetype place = reached.indexOf(QLatin1String(name));
            QVERIFY2(place > before, qPrintable(QLatin1String(name) + QStringLiteral(" in ") + reached.join(u' ')));
            before = place;
        }
    }

    void thePageFitsASmallScreen()
    {
        Bench bench;
        QTRY_VERIFY(bench.made());
        const QSize least = bench.page.minimumSizeHint(); // beside the rail, below the menu, above the job line
        QVERIFY2(least.width() <= 1000 && least.height() <= 560,
                 qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
    }

    void everythingHasANameAndATooltip()
    {
        Bench bench;
        QTRY_VERIFY(bench.made());
        for (const QPushButton* button : bench.page.findChildren<QPushButton*>())
            if (button->objectName() != QStringLiteral("primary") && button->isVisible())
                QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->objectName()));
        for (const FormatCard* card : bench.page.findChildren<FormatCard*>())
            QVERIFY2(!card->toolTip().isEmpty() && !card->accessibleName().isEmpty(), qPrintable(card->objectName()));
        QCOMPARE(bench.code->accessibleName(), QStringLiteral("Exported code"));
    }

    void withoutAModelThePageSaysWhatItNeeds()
    {
        Document document;
        ExportPage page(document);
        page.show();
        document.replace({}, {});
        QVERIFY(page.findChild<QPushButton*>(QStringLiteral("getMissing"))->isVisible());
        QVERIFY(!page.findChild<CodeView*>(QStringLiteral("code"))->isVisible());
        page.saveAs(); // from the menu: nothing to save, nothing happens
        QVERIFY(!QApplication::activeModalWidget());
    }

private:
    QStringList exportsMade() const
    {
        return QDir(m_home.filePath(QStringLiteral("broto/exports"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }

    QTemporaryDir m_home;
};

QTEST_MAIN(ExportPageTest)
#include "tst_export_page.moc"
