#include "platform/paths.h"
#include "ui/fixtures.h"
#include "ui/main_window.h"
#include "ui/own_folders.h"
#include "ui/pages/device_page.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/job_line.h"
#include "ui/window_settings.h"

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace broto;
using namespace broto::ui;

/// From a sample card to a checked board, pressing only the primary button of each page.
class WalkTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // The virtual board keeps its flash and its registration here, not with the user's.
        QVERIFY(test::useFoldersIn(m_folder));
        qputenv("BROTO_PROGRAMS", BROTO_PROGRAM_DIR);
    }

    void aNewcomerGetsFromASampleToAnIdenticalBoard()
    {
        WindowSettings settings(m_folder.filePath(QStringLiteral("settings.ini")));
        settings.setLanguage(Language::Choice::English);
        MainWindow window(settings);
        window.resize(1366, 768);
        window.show();
        Document& document = window.document();

        window.findChild<QAbstractButton*>(QStringLiteral("sample_iris"))->click();
        QTRY_VERIFY(document.datasetIsCurrent());
        primary(window)->click();
        window.findChild<QSpinBox*>(QStringLiteral("epochs"))->setValue(30);
        primary(window)->click();
        QTRY_VERIFY_WITH_TIMEOUT(document.project().trained != nullptr, 60'000);
        QTRY_COMPARE(primary(window)->text(), QStringLiteral("Compress"));
        primary(window)->click();
        QTRY_COMPARE(document.project().variants.size(), std::size_t(2));
        primary(window)->click();
        QTRY_VERIFY(!window.findChild<CodeView*>(QStringLiteral("code"))->toPlainText().isEmpty());
        primary(window)->click();

        if (!findProgram("avr-gcc") || !findProgram("avrdude"))
            QSKIP("avr-gcc or avrdude is not installed: the board was not checked");
        auto* page = window.findChild<DevicePage*>();
        QVERIFY(page->isVisible());
        QVERIFY2(primary(window)->text().startsWith(QStringLiteral("Start a virtual")),
                 qPrintable(primary(window)->text()));
        primary(window)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!window.device().running(), 15'000);
        QCOMPARE(primary(window)->text(), QStringLiteral("Build, upload and check"));
        primary(window)->click();
        QVERIFY(window.device().running());
        QTRY_VERIFY_WITH_TIMEOUT(!window.device().running(), 150'000);
        if (const auto& problem = document.problem(Stage::Device))
            QFAIL(inEnglish(*problem).c_str());
        QVERIFY2(document.boardSession().check, qPrintable(window.findChild<JobLine*>()->text()));
        QCOMPARE(page->verdict(), QStringLiteral("150 of 150 rows identical"));
        QCOMPARE(document.state(Stage::Device), StageState::Done);
    }

private:
    static QPushButton* primary(const MainWindow& window)
    {
        for (auto* button : window.findChildren<QPushButton*>(QStringLiteral("primary")))
            if (button->isVisible())
                return button;
        qFatal("no primary button");
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(WalkTest)
#include "tst_walk.moc"
