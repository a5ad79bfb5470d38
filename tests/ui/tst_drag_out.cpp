#include "fixtures.h"
#include "ui/pages/export_page.h"
#include "ui/widgets/format_card.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include <cstdio>

// A real drag between two programs on a screen of its own: this program is also the page that is dragged from and the
// window that it is dropped on.

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

class DragOutTest : public QObject {
    Q_OBJECT

private slots:
    void aCardDroppedOnAnotherProgramBringsItsFile()
    {
        for (const char* tool : {"Xvfb", "xdotool"})
            if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty())
                QSKIP("Xvfb and xdotool are needed for a drag on a real screen");
        QTemporaryDir cache;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        Helper screen;
        screen.start(QStringLiteral("Xvfb"),
                     {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                      QStringLiteral("1280x800x24")},
                     environment);
        const QString number = screen.line();
        QVERIFY(!number.isEmpty());
        environment.insert(QStringLiteral("DISPLAY"), u':' + number);
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), cache.path());
        Helper sink, page;
        sink.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--sink")}, environment);
        QCOMPARE(sink.line(), QStringLiteral("ready"));
        page.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--page")}, environment);
        const QStringList ready = page.line().split(u' ');
        QCOMPARE(ready.size(), 3);

        const auto mouse = [&environment](const QStringList& arguments) {
            QProcess tool;
            tool.setProcessEnvironment(environment);
            tool.start(QStringLiteral("xdotool"), arguments);
            return tool.waitForFinished() && tool.exitCode() == 0;
        };
        const auto moveTo = [&mouse](int x, int y) {
            return mouse({QStringLiteral("mousemove"), QString::number(x), QString::number(y)});
        };
        const int x = ready[1].toInt(), y = ready[2].toInt();
        QVERIFY(moveTo(x, y));
        QVERIFY(mouse({QStringLiteral("mousedown"), QStringLiteral("1")}));
        for (int step = 1; step <= 8; ++step)
            QVERIFY(moveTo(x + (1100 - x) * step / 8, y + (200 - y) * step / 8));
        QVERIFY(moveTo(1101, 201));
        QCOMPARE(sink.line(), QStringLiteral("hovered"));
        const QString exports = cache.filePath(QStringLiteral("broto/exports"));
        QVERIFY(!QFileInfo::exists(exports)); // nothing is written for looking
        QVERIFY(sink.saysNothing());
        QVERIFY(moveTo(1102, 202));
        QVERIFY(mouse({QStringLiteral("mouseup"), QStringLiteral("1")}));
        const QString dropped = sink.line();
        QVERIFY2(dropped.startsWith(QStringLiteral("dropped 1 ") + exports), qPrintable(dropped));
        QVERIFY2(dropped.endsWith(QStringLiteral("/iris_ptq_int8.h")), qPrintable(dropped));
    }
};

int main(int argc, char** argv)
{
    const QString role = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (role == u"--sink" || role == u"--page") {
        QApplication application(argc, argv);
        return role == u"--sink" ? beSink(application) : bePage(application);
    }
    QCoreApplication application(argc, argv);
    DragOutTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_drag_out.moc"
