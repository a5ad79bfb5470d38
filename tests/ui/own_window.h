#pragma once

#include "ui/main_window.h"
#include "ui/own_folders.h"
#include "ui/window_settings.h"

#include <QTemporaryDir>

namespace broto::test {

/// A window as somebody has it who starts the program for the first time, in English.
struct OwnWindow {
    explicit OwnWindow(double textScale = 1, ui::Language::Choice language = ui::Language::Choice::English)
        : settings(madeSettings(home, textScale, language))
    {
        window.show();
    }

    QTemporaryDir home;
    ui::WindowSettings settings;
    ui::MainWindow window{settings};

private:
    static QString madeSettings(const QTemporaryDir& home, double textScale, ui::Language::Choice language)
    {
        if (!useFoldersIn(home))
            qFatal("%s cannot be written", qPrintable(home.path()));
        const QString path = home.filePath(QStringLiteral("settings.ini"));
        ui::WindowSettings first(path);
        first.setTextScale(textScale);
        first.setLanguage(language);
        return path;
    }
};

}
