// A board's core that is not installed, offered by the Device page; arduino-cli is a script that stands in for it.

#include "platform/file.h"
#include "ui/fixtures.h"
#include "ui/main_window.h"
#include "ui/pages/device_page.h"
#include "ui/widgets/job_line.h"
#include "ui/widgets/message_strip.h"
#include "ui/window_settings.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace broto;
using namespace broto::ui;

/// Installs nothing but a note that it has, once its gate is opened.
class MissingCoreTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const char* name : {"XDG_STATE_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"})
            qputenv(name, m_home.filePath(QString::fromLatin1(name)).toLocal8Bit());
        m_project = test::trainedIris();
        m_project.board = "esp32";
    }

    void init()
    {
        m_folder.emplace();
        m_window.emplace(m_folder->filePath(QStringLiteral("settings.ini")), m_project);
        const QByteArray here = m_folder->path().toLocal8Bit();
        QCOMPARE(::mkfifo((here + "/gate").constData(), 0600), 0);
        pretend("touch " + here + "/installed\necho 'Platform installed'\n");
        qputenv("BROTO_ARDUINO_CLI", here + "/cli");
        Port port;
        port.path = "/dev/nowhere";
        m_window->window.device().run(m_window->window.document().chosenVariant(), port);
        QTRY_VERIFY(!m_window->window.device().running());
    }

    void cleanup()
    {
        m_window.reset();
        m_folder.reset();
        qunsetenv("BROTO_ARDUINO_CLI");
    }

    void itIsOfferedByName()
    {
        QVERIFY(strip().text().contains(QStringLiteral("esp32:esp32")));
        QVERIFY(!action().isHidden());
        QCOMPARE(action().text(), QStringLiteral("Install esp32:esp32"));
    }

    void itIsInstalledWithItsLogAndThenTheBuildGoesOn()
    {
        DeviceJob& device = m_window->window.device();
        action().click();
        QVERIFY(device.running());
        QVERIFY(strip().isHidden());
        QVERIFY(m_window->window.findChild<JobLine*>()->text().startsWith(QStringLiteral("Installing")));
        QTRY_VERIFY(QByteArray::fromStdString(device.log()).contains("Downloading esp32:esp32@3.0.7"));
        QVERIFY(device.running()); // and its log is there already
        openGate();
        QTRY_VERIFY(!device.running());
        QVERIFY(QByteArray::fromStdString(device.log()).contains("Platform installed"));
        QVERIFY(!m_window->window.document().problem(Stage::Device));
        QVERIFY(!device.missingCore());
        // What was asked of it: the index that knows the core, then the core.
        const auto asked = readFile(m_folder->filePath(QStringLiteral("asked")).toStdString());
        QVERIFY(asked && asked->find("core install esp32:esp32 --additional-urls https://espressif.github.io/") !=
                             std::string::npos);
        device.run(m_window->window.document().chosenVariant(), Port());
        QTRY_VERIFY(!device.running());
        const auto& problem = m_window->window.document().problem(Stage::Device);
        QVERIFY(problem && problem->id != "device.core-missing");
        QVERIFY(action().isHidden());
    }

    void cancelledItIsOfferedAgain()
    {
        action().click();
        QTRY_VERIFY(!m_window->window.device().log().empty());
        m_window->window.findChild<QPushButton*>(QStringLiteral("cancelJob"))->click();
        QVERIFY(!m_window->window.device().running());
        QCOMPARE(action().text(), QStringLiteral("Install esp32:esp32"));
        QVERIFY(!action().isHidden());
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("installed"))));
    }

    void whatGoesWrongIsSaidAndItIsOfferedAgain()
    {
        pretend("echo 'Error: no space left on device'\nexit 1\n");
        action().click();
        openGate();
        QTRY_VERIFY(!m_window->window.device().running());
        QVERIFY2(strip().text().endsWith(QStringLiteral("Error: no space left on device")), qPrintable(strip().text()));
        QVERIFY(!action().isHidden());
    }

private:
    struct Shown {
        Shown(const QString& settingsFile, const Project& project) : settings(settingsFile), window(settings)
        {
            settings.setLanguage(Language::Choice::English);
            window.document().replace(project, {});
            window.show();
        }
        WindowSettings settings;
        MainWindow window;
    };

    /// `core install` waits at its gate and then does as `ending` says.
    void pretend(const QByteArray& ending)
    {
        const std::string here = m_folder->path().toStdString();
        const std::string program = here + "/cli";
        QVERIFY(writeFileAtomically(
            program,
            "#!/bin/sh\necho \"$*\" >>" + here + "/asked\ncase \"$1 $2\" in\n'core list')\n  if [ -e " + here +
                "/installed ]; then echo '{\"platforms\": [{\"id\": \"esp32:esp32\", "
                "\"installed_version\": \"3.0.7\"}]}'; else echo '{\"platforms\": []}'; fi ;;\n" +
                "'core update-index') echo 'Updating index' ;;\n'core install')\n" +
                "  echo 'Downloading esp32:esp32@3.0.7'\n  read go <" + here + "/gate\n" + ending.toStdString() +
                ";;\n*) echo '{\"success\": false, \"error\": \"no compiler here\"}'; exit 1 ;;\n" + "esac\n"));
        QVERIFY(QFile::setPermissions(QString::fromStdString(program),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    /// Waits until the script is there.
    void openGate() const
    {
        QFile gate(m_folder->filePath(QStringLiteral("gate")));
        QVERIFY(gate.open(QFile::WriteOnly | QFile::Unbuffered));
        gate.write("go\n");
    }

    DevicePage& page() const { return *m_window->window.findChild<DevicePage*>(); }
    MessageStrip& strip() const { return *page().findChild<MessageStrip*>(); }
    QPushButton& action() const { return *strip().findChild<QPushButton*>(QStringLiteral("stripAction")); }

    QTemporaryDir m_home;
    Project m_project;
    std::optional<QTemporaryDir> m_folder;
    std::optional<Shown> m_window;
};

QTEST_MAIN(MissingCoreTest)
#include "tst_missing_core.moc"
