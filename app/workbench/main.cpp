#include "ui/main_window.h"
#include "ui/window_settings.h"

#include <QApplication>
#include <QCommandLineParser>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Broto"));
    QApplication::setApplicationName(QStringLiteral("broto"));
    QApplication::setApplicationVersion(QStringLiteral(BROTO_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("broto"));

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("file"),
        QCoreApplication::translate("CommandLine", "A table (CSV) or a project (.broto) to open."));
    parser.process(application);

    broto::ui::WindowSettings settings;
    broto::ui::MainWindow window(settings);
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.openFile(parser.positionalArguments().first());
    return QApplication::exec();
}
