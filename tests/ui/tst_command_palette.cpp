#include "ui/fixtures.h"
#include "ui/main_window.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/command_search.h"
#include "ui/window_settings.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

using namespace broto;
using namespace broto::ui;

class CommandPaletteTest : public QObject {
    Q_OBJECT

private slots:
    void aNameIsFoundByTheBeginningsOfItsWords()
    {
        const QString text = QStringLiteral("Build, upload and check Run");
        QVERIFY(searchRank(text, QStringLiteral("up ch")));
        QVERIFY(searchRank(text, QStringLiteral("CHECK build")));
        QVERIFY(searchRank(text, QStringLiteral("load")));
        QVERIFY(!searchRank(text, QStringLiteral("up flash")));
        QVERIFY(*searchRank(text, QStringLiteral("bui")) < *searchRank(text, QStringLiteral("upl")));
        QVERIFY(*searchRank(text, QStringLiteral("check")) < *searchRank(text, QStringLiteral("load")));
    }

    void accentsNeedNotBeTyped()
    {
        QVERIFY(searchRank(QStringLiteral("Compressão"), QStringLiteral("compressao")));
        QVERIFY(searchRank(QStringLiteral("Época"), QStringLiteral("epo")));
        QVERIFY(searchRank(QStringLiteral("&Save"), QStringLiteral("save")));
    }

    void whatCannotBeDoneComesLast()
    {
        CommandsModel model(
            {{QStringLiteral("Train"), {}, {}, false, {}}, {QStringLiteral("The train"), {}, {}, true, {}}});
        model.search(QStringLiteral("train"));
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("The train"));
        QVERIFY(!(model.index(1).flags() & Qt::ItemIsEnabled));
    }

    void enterDoesIt()
    {
        const QTemporaryDir folder;
        qputenv("XDG_STATE_HOME", folder.filePath(QStringLiteral("state")).toLocal8Bit()); // no crash of others
        WindowSettings settings(folder.filePath(QStringLiteral("settings.ini")));
        settings.setLanguage(Language::Choice::English);
        MainWindow window(settings);
        window.show();
        type(window, QStringLiteral("iris"));
        QTRY_VERIFY(!window.document().empty());
        QCOMPARE(window.document().project().source->fileName, std::string("iris.csv"));
        type(window, QStringLiteral("mega"));
        QTRY_COMPARE(window.document().project().board, std::string("mega"));
        type(window, QStringLiteral("undo"));
        QTRY_COMPARE(window.document().project().board, std::string("uno"));
    }

    void wordsThatNoCommandHasAreSaidToHaveNone()
    {
        CommandPalette palette({{QStringLiteral("Train"), {}, {}, true, {}}}, nullptr);
        palette.setAttribute(Qt::WA_DeleteOnClose, false);
        palette.show();
        auto* list = palette.findChild<QListView*>();
        QVERIFY(list->isVisible());
        palette.findChild<QLineEdit*>()->setText(QStringLiteral("fly"));
        QVERIFY(!list->isVisible());
        QTest::keyClick(palette.findChild<QLineEdit*>(), Qt::Key_Return); // nothing to do
        QVERIFY(palette.isVisible());
    }

private:
    static void type(MainWindow& window, const QString& text)
    {
        window.openPalette();
        auto* palette = window.findChild<CommandPalette*>();
        auto* typed = palette->findChild<QLineEdit*>();
        QTest::keyClicks(typed, text);
        QTest::keyClick(typed, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

QTEST_MAIN(CommandPaletteTest)
#include "tst_command_palette.moc"
