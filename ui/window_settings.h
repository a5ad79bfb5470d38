#pragma once

#include "ui/widgets/language.h"
#include "ui/widgets/tokens.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace broto::ui {

/// What the window remembers between two starts.
class WindowSettings {
public:
    WindowSettings() = default;
    explicit WindowSettings(const QString& iniFile) : m_settings(iniFile, QSettings::IniFormat) {}

    Theme theme() const;
    void setTheme(Theme theme);
    Language::Choice language() const;
    void setLanguage(Language::Choice choice);
    QStringList finishedLessons() const;
    void addFinishedLesson(const QString& id);
    double textScale() const; ///< 1 where nobody has chosen
    void setTextScale(double scale);
    QStringList toolFolders() const; ///< in which programs are looked for first
    void setToolFolders(const QStringList& folders);
    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);

    QStringList recentProjects() const; ///< the last one first, those that are still there
    void addRecentProject(const QString& path);

private:
    QSettings m_settings;
};

}
