#pragma once

#include "project/lesson.h"
#include "ui/document/lesson_run.h"

#include <QObject>

namespace broto::ui {

class LessonPanel;
class OpenJob;
class ProjectFiles;
class WindowSettings;

/// The lessons of the window: opens what one begins with, and remembers which were followed to their end.
class Lessons : public QObject {
    Q_OBJECT

public:
    Lessons(Document& document, OpenJob& open, ProjectFiles& files, WindowSettings& settings, QWidget& window);

    LessonPanel& panel() { return *m_panel; }
    LessonRun& run() { return m_run; }

    void begin(const Lesson& lesson);
    void beginTour();

signals:
    void begun();
    void hiddenChanged(const std::set<Stage>& hidden); ///< steps of the window that would lead astray

private:
    void take();

    OpenJob& m_open;
    ProjectFiles& m_files;
    WindowSettings& m_settings;
    LessonRun m_run;
    LessonPanel* m_panel;
    const Lesson* m_wanted = nullptr; ///< its data are being opened
};

}
