// The programs of the computer beside the pages, and the folders that somebody names for them.

#include "platform/paths.h"
#include "ui/fixtures.h"
#include "ui/own_window.h"
#include "ui/widgets/tool_panel.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace broto;
using namespace broto::ui;

class ToolPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_own = std::make_unique<test::OwnWindow>();
        for (QAction* action : m_own->window.findChildren<QAction*>())
            if (action->text() == QStringLiteral("&Programs"))
                m_programs = action;
    }

    void cleanup()
    {
        m_own.reset();
        setToolFolders({});
    }

    void programsAreNamedWithTheirPlaceOrPackage()
    {
        QVERIFY(!panel().isVisible());
        m_programs->trigger();
        QVERIFY(panel().isVisible());
        const auto tools = toolsOfThisComputer();
        QVERIFY(!tools.empty());
        for (const Tool& tool : tools) {
            const QString said = textOf(tool.name);
            if (tool.place)
                QVERIFY2(said.contains(QString::fromStdString(tool.place->string())), qPrintable(said));
            else
                QVERIFY2(said.contains(QStringLiteral("not found")) &&
                             said.contains(QString::fromStdString(tool.package)),
                         qPrintable(said));
        }
        m_programs->trigger();
        QVERIFY(!panel().isVisible());
    }

    void aFolderThatIsNamedIsLookedInAndRemembered()
    {
        const QString folder = m_own->home.filePath(QStringLiteral("tools"));
        QVERIFY(QDir().mkpath(folder) && QFile::link(QStringLiteral("/bin/true"), folder + QStringLiteral("/avrdude")));
        m_programs->trigger();
        panel().findChild<QPushButton*>(QStringLiteral("addToolFolder"))->click();
        auto* dialog = m_own->window.findChild<QFileDialog*>(QStringLiteral("toolFolderDialog"));
        QVERIFY(dialog);
        emit dialog->fileSelected(folder);
        dialog->close();
        const QString inIt = folder + QStringLiteral("/avrdude");
        QVERIFY2(textOf("avrdude").contains(inIt), qPrintable(textOf("avrdude")));
        QCOMPARE(m_own->settings.toolFolders(), QStringList(folder));
        QVERIFY(findProgram("avrdude") == inIt.toStdString());

        panel().findChild<QToolButton*>(QStringLiteral("removeToolFolder"))->click();
        QTRY_VERIFY(!textOf("avrdude").contains(inIt));
        QVERIFY(m_own->settings.toolFolders().isEmpty());
        QVERIFY(findProgram("avrdude") != std::optional<std::filesystem::path>(inIt.toStdString()));
    }

    void whatWasNamedBeforeIsLookedInFromTheStart()
    {
        const QString folder = m_own->home.path();
        m_own->settings.setToolFolders({folder});
        const MainWindow another(m_own->settings);
        QVERIFY(toolFolders() == std::vector<std::filesystem::path>{folder.toStdString()});
    }

private:
    ToolPanel& panel() { return *m_own->window.findChild<ToolPanel*>(); }

    QString textOf(const std::string& tool)
    {
        QStringList texts;
        if (const auto* row = panel().findChild<QWidget*>(QStringLiteral("tool_") + QString::fromStdString(tool)))
            for (const QLabel* label : row->findChildren<QLabel*>())
                texts << label->text().remove(QChar(0x200b));
        return texts.join(u' ');
    }

    std::unique_ptr<test::OwnWindow> m_own;
    QAction* m_programs = nullptr;
};

QTEST_MAIN(ToolPanelTest)
#include "tst_tool_panel.moc"
