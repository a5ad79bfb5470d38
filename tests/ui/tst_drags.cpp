#include "fixtures.h"
#include "ui/main_window.h"
#include "ui/pages/export_page.h"
#include "ui/widgets/format_card.h"
#include "ui/window_settings.h"

#include <QApplication>
#include <QDir>
#include <QDrag>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include <algorithm>
#include <cstdio>

// Real drags between two programs on a screen of their own: this program is also what is dragged from and what is
// dropped on.

using namespace broto;
using namespace broto::ui;

namespace {

void say(const QString& line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

class Sink : public QLabel {
public:
    Sink() { setAcceptDrops(true); }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override
    {
        say(QStringLiteral("hovered"));
        event->acceptProposedAction();
    }
    void dropEvent(QDropEvent* event) override
    {
        for (const QUrl& url : event->mimeData()->urls())
            say(QStringLiteral("dropped %1 %2").arg(QFileInfo::exists(url.toLocalFile())).arg(url.toLocalFile()));
        event->acceptProposedAction();
    }
};

int beSink(QApplication& application)
{
    Sink sink;
    sink.setGeometry(1000, 100, 200, 200);
    sink.show();
    QTimer::singleShot(0, &sink, [] { say(QStringLiteral("ready")); });
    return application.exec();
}

int bePage(QApplication& application)
{
    Document document;
    ExportPage page(document);
    page.setGeometry(0, 0, 960, 640);
    page.show();
    document.replace(test::trainedIris(), {});
    const auto* save = page.findChild<QPushButton*>(QStringLiteral("saveFiles"));
    const auto* card = page.findChild<FormatCard*>(QStringLiteral("format-cpp"));
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &page, [&] {
        if (!save->isEnabled())
            return;
        look.stop();
        const QPoint middle = card->mapToGlobal(card->rect().center());
        say(QStringLiteral("ready %1 %2").arg(middle.x()).arg(middle.y()));
    });
    look.start(20);
    return application.exec();
}

/// A place that a table can be dragged from, as in a file manager.
class Folder : public QLabel {
public:
    explicit Folder(const QString& path) : m_path(path) {}

protected:
    void mousePressEvent(QMouseEvent*) override
    {
        auto* drag = new QDrag(this);
        auto* table = new QMimeData;
        table->setUrls({QUrl::fromLocalFile(m_path)});
        drag->setMimeData(table);
        say(QStringLiteral("took %1").arg(drag->exec(Qt::CopyAction) == Qt::CopyAction));
    }

private:
    QString m_path;
};

int beFolder(QApplication& application, const QString& path)
{
    Folder folder(path);
    folder.setGeometry(1100, 600, 150, 150);
    folder.show();
    QTimer::singleShot(0, &folder, [] { say(QStringLiteral("ready")); });
    return application.exec();
}

int beWindow(QApplication& application, const QString& settingsPath)
{
    WindowSettings settings(settingsPath);
    MainWindow window(settings);
    window.setGeometry(0, 0, 1000, 700);
    window.show();
    QObject::connect(&window.document(), &Document::projectReplaced, &window, [&window] {
        const auto& source = window.document().project().source;
        say(QStringLiteral("opened %1 %2").arg(QString::fromStdString(source->fileName)).arg(source->table->rows));
    });
    QTimer::singleShot(0, &window, [] { say(QStringLiteral("ready")); });
    return application.exec();
}

/// A program that is ended with the test; its output by lines.
class Helper {
public:
    ~Helper()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(3000))
            m_process.kill();
    }
    void start(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment)
    {
        m_process.setProcessEnvironment(environment);
        m_process.setReadChannel(QProcess::StandardOutput);
        m_process.start(program, arguments);
    }
    QString line()
    {
        return QTest::qWaitFor([this] { return m_process.canReadLine(); }, 20'000)
                   ? QString::fromUtf8(m_process.readLine()).trimmed()
                   : QString();
    }
    bool saysNothing() const { return !m_process.canReadLine(); }

private:
    QProcess m_process;
};

}

/// A screen of its own, with a mouse.
class Screen {
public:
    Screen()
    {
        m_server.start(QStringLiteral("Xvfb"),
                       {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                        QStringLiteral("0"), QStringLiteral("1280x800x24"), QStringLiteral("-nolisten"),
                        QStringLiteral("tcp"), QStringLiteral("-noreset")},
                       environment);
        const QString number = m_server.line();
        m_isThere = !number.isEmpty();
        environment.insert(QStringLiteral("DISPLAY"), u':' + number);
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        for (const char* folder : {"XDG_CACHE_HOME", "XDG_STATE_HOME"})
            environment.insert(QLatin1String(folder), home.path());
    }

    static bool canBe()
    {
        return std::ranges::none_of(std::initializer_list<const char*>{"Xvfb", "xdotool"}, [](const char* tool) {
            return QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty();
        });
    }

    bool isThere() const { return m_isThere; }

    bool mouse(const QStringList& arguments) const
    {
        QProcess tool;
        tool.setProcessEnvironment(environment);
        tool.start(QStringLiteral("xdotool"), arguments);
        return tool.waitForFinished() && tool.exitCode() == 0;
    }

    bool moveTo(const QPoint& place) const
    {
        return mouse({QStringLiteral("mousemove"), QString::number(place.x()), QString::number(place.y())});
    }

    /// Takes what is at one place to another, and holds it there.
    bool drag(const QPoint& from, const QPoint& to) const
    {
        constexpr int steps = 8;
        bool moved = moveTo(from) && mouse({QStringLiteral("mousedown"), QStringLiteral("1")});
        for (int step = 1; moved && step <= steps; ++step)
            moved = moveTo(from + (to - from) * step / steps);
        return moved && moveTo(to + QPoint(1, 1));
    }

    bool drop(const QPoint& at) const
    {
        return moveTo(at + QPoint(2, 2)) && mouse({QStringLiteral("mouseup"), QStringLiteral("1")});
    }

    QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

private:
    Helper m_server;
    bool m_isThere = false;
};

class DragsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!Screen::canBe())
            QSKIP("Xvfb and xdotool are needed for a drag on a real screen");
    }

    void aCardDroppedOnAnotherProgramBringsItsFile()
    {
        const Screen screen;
        QVERIFY(screen.isThere());
        Helper sink, page;
        sink.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--sink")}, screen.environment);
        QCOMPARE(sink.line(), QStringLiteral("ready"));
        page.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--page")}, screen.environment);
        const QStringList ready = page.line().split(u' ');
        QCOMPARE(ready.size(), 3);
        const QPoint target(1100, 200);
        QVERIFY(screen.drag({ready[1].toInt(), ready[2].toInt()}, target));
        QCOMPARE(sink.line(), QStringLiteral("hovered"));
        const QString exports = screen.home.filePath(QStringLiteral("broto/exports"));
        QVERIFY(!QFileInfo::exists(exports)); // nothing is written for looking
        QVERIFY(sink.saysNothing());
        QVERIFY(screen.drop(target));
        const QString dropped = sink.line();
        QVERIFY2(dropped.startsWith(QStringLiteral("dropped 1 ") + exports), qPrintable(dropped));
        QVERIFY2(dropped.endsWith(QStringLiteral("/iris_ptq_int8.h")), qPrintable(dropped));
        QFile file(dropped.section(u' ', 2));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray header = file.readAll();
        QVERIFY(header.startsWith("// SPDX-License-Identifier: MIT-0") && header.contains("selfTest"));
    }

    void aTableDroppedFromAnotherProgramIsOpened()
    {
        const Screen screen;
        QVERIFY(screen.isThere());
        const QString path = screen.home.filePath(QStringLiteral("flowers.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(std::string(test::sample("iris").csv)));
        file.close();
        Helper folder, window;
        window.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("--window"), screen.home.filePath(QStringLiteral("settings.ini"))},
                     screen.environment);
        QCOMPARE(window.line(), QStringLiteral("ready"));
        folder.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--folder"), path}, screen.environment);
        QCOMPARE(folder.line(), QStringLiteral("ready"));
        const QPoint target(500, 400);
        QVERIFY(screen.drag({1175, 675}, target));
        QVERIFY(window.saysNothing()); // nothing is opened for looking
        QVERIFY(screen.drop(target));
        QCOMPARE(window.line(), QStringLiteral("opened flowers.csv 150"));
        QCOMPARE(folder.line(), QStringLiteral("took 1"));
    }
};

int main(int argc, char** argv)
{
    const QString role = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (role.startsWith(u"--")) {
        QApplication application(argc, argv);
        const QString path = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
        return role == u"--sink"     ? beSink(application)
               : role == u"--page"   ? bePage(application)
               : role == u"--folder" ? beFolder(application, path)
                                     : beWindow(application, path);
    }
    QCoreApplication application(argc, argv);
    DragsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_drags.moc"
