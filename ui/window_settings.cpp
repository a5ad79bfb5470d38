#include "ui/window_settings.h"

#include <QFileInfo>

#include <algorithm>

namespace broto::ui {

namespace {
constexpr int mostRecent = 10;
}

Theme WindowSettings::theme() const
{
    return m_settings.value(QStringLiteral("theme")).toString() == u"dark" ? Theme::Dark : Theme::Light;
}

void WindowSettings::setTheme(Theme theme)
{
    m_settings.setValue(QStringLiteral("theme"),
                        theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

Language::Choice WindowSettings::language() const
{
    const QString stored = m_settings.value(QStringLiteral("language")).toString();
    if (stored == u"en")
        return Language::Choice::English;
    if (stored == u"pt_BR")
        return Language::Choice::Portuguese;
    return Language::Choice::System;
}

void WindowSettings::setLanguage(Language::Choice choice)
{
    static constexpr const char* codes[] = {"system", "en", "pt_BR"};
    m_settings.setValue(QStringLiteral("language"), QString::fromLatin1(codes[static_cast<int>(choice)]));
}

QStringList WindowSettings::finishedLessons() const
{
    return m_settings.value(QStringLiteral("finishedLessons")).toStringList();
}

void WindowSettings::addFinishedLesson(const QString& id)
{
    QStringList ids = finishedLessons();
    if (!ids.contains(id))
        m_settings.setValue(QStringLiteral("finishedLessons"), ids << id);
}

double WindowSettings::textScale() const
{
    bool known = false;
    const double scale = m_settings.value(QStringLiteral("textScale")).toDouble(&known);
    return known ? std::clamp(scale, 0.8, 2.0) : 1;
}

void WindowSettings::setTextScale(double scale)
{
    m_settings.setValue(QStringLiteral("textScale"), scale);
}

QStringList WindowSettings::toolFolders() const
{
    return m_settings.value(QStringLiteral("toolFolders")).toStringList();
}

void WindowSettings::setToolFolders(const QStringList& folders)
{
    m_settings.setValue(QStringLiteral("toolFolders"), folders);
}

QByteArray WindowSettings::geometry() const
{
    return m_settings.value(QStringLiteral("geometry")).toByteArray();
}

void WindowSettings::setGeometry(const QByteArray& geometry)
{
    m_settings.setValue(QStringLiteral("geometry"), geometry);
}

QStringList WindowSettings::recentProjects() const
{
    QStringList paths = m_settings.value(QStringLiteral("recent")).toStringList();
    paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return paths;
}

void WindowSettings::addRecentProject(const QString& path)
{
    QStringList paths = m_settings.value(QStringLiteral("recent")).toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    m_settings.setValue(QStringLiteral("recent"), QStringList(paths.mid(0, mostRecent)));
}

}
