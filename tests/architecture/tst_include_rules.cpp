#include "include_rules.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace broto;

/// The walls of ARCHITECTURE.md, guarded: linking alone does not keep an include out.
class IncludeRules : public QObject {
    Q_OBJECT

private slots:
    void theTreeKeepsTheRules();
    void aForbiddenIncludeIsFound_data();
    void aForbiddenIncludeIsFound();
    void aRightfulIncludeIsLeftAlone_data();
    void aRightfulIncludeIsLeftAlone();
};

void IncludeRules::theTreeKeepsTheRules()
{
    const QDir project(QStringLiteral(BROTO_SOURCE_DIR));
    int files = 0;
    QStringList broken;
    for (const char* layer : {"core", "ui", "app"}) {
        QDirIterator sources(project.filePath(QLatin1String(layer)), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                             QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile file(sources.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const std::string path = project.relativeFilePath(file.fileName()).toStdString();
            ++files;
            for (const Violation& violation : violationsIn(path, file.readAll().toStdString()))
                broken << QStringLiteral("%1:%2: %3")
                              .arg(QString::fromStdString(violation.file))
                              .arg(violation.line)
                              .arg(QString::fromStdString(violation.rule));
        }
    }
    QVERIFY2(files > 50, "the sources were not found");
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

void IncludeRules::aForbiddenIncludeIsFound_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char* name, const char* path, const char* line) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(line);
    };
    row("Qt in core", "core/data/table.cpp", "#include <QString>");
    row("a Qt module in core", "core/data/table.cpp", "#include <QtCore/qglobal.h>");
    row("ui in core", "core/project/project.cpp", "#include \"ui/document/document.h\"");
    row("app in ui", "ui/pages/data_page.cpp", "#include \"app/workbench/main.h\"");
    row("a later stage", "core/data/dataset.cpp", "#include \"training/trainer.h\"");
    row("a later stage, with spaces", "core/network/network.cpp", "  #  include \"export/cost_estimate.h\"");
    row("a system header outside platform", "core/device/ports.cpp", "#include <unistd.h>");
    row("a sys header outside platform", "app/broto_cli/main.cpp", "#include <sys/stat.h>");
    row("Windows outside platform", "ui/pages/device_page.cpp", "#include <windows.h>");
    row("a thread in the trainer", "core/training/trainer.cpp", "#include <thread>");
    row("a mutex in a page", "ui/pages/train_page.cpp", "#include <QMutex>");
    row("a thread by name", "ui/pages/train_page.cpp", "    std::jthread worker;");
    row("QCustomPlot in a page", "ui/pages/train_page.cpp", "#include <qcustomplot.h>");
    row("Eigen by itself", "core/network/network.h", "#include <Eigen/Dense>");
    row("libserialport elsewhere", "core/device/ports.cpp", "#include <libserialport.h>");
    row("simavr in the app", "app/workbench/main.cpp", "#include <sim_avr.h>");
    row("a library on the board", "core/runtime/dense_int8.h", "#include <vector>");
    row("the workbench on the board", "core/runtime/dense_int8.h", "#include \"common/result.h\"");
    row("float in integer code", "core/runtime/dense_int8.h", "#include <math.h>");
}

void IncludeRules::aForbiddenIncludeIsFound()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, line);
    const auto found = violationsIn(path.toStdString(), "#pragma once\n" + line.toStdString() + "\n");
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found.front().line, 2);
}

void IncludeRules::aRightfulIncludeIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char* name, const char* path, const char* line) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(line);
    };
    row("its own folder", "core/data/dataset.cpp", "#include \"data/table.h\"");
    row("an earlier stage", "core/training/trainer.h", "#include \"data/dataset.h\"");
    row("a system header in platform", "core/platform/file_posix.cpp", "#include <unistd.h>");
    row("a thread in a job", "ui/jobs/job.cpp", "#include <mutex>");
    row("Qt in ui", "ui/pages/data_page.cpp", "#include <QWidget>");
    row("core in ui", "ui/pages/data_page.cpp", "#include \"project/project.h\"");
    row("math in float code", "core/runtime/dense_float32.h", "#include <math.h>");
    row("a runtime neighbour", "core/runtime/dense_int8.h", "#include \"requantize.h\"");
    row("Eigen at its place", "core/common/matrix.h", "#include <Eigen/Core>");
}

void IncludeRules::aRightfulIncludeIsLeftAlone()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, line);
    QVERIFY(violationsIn(path.toStdString(), line.toStdString()).empty());
}

QTEST_APPLESS_MAIN(IncludeRules)
#include "tst_include_rules.moc"
