#pragma once

#include "ui/widgets/side_panel.h"

#include <QStringList>

namespace broto {
struct Lesson;
}

namespace broto::ui {

class LessonRun;

/// Beside the pages: the lessons to choose from, or the steps of the one that is followed.
class LessonPanel : public SidePanel {
    Q_OBJECT

public:
    explicit LessonPanel(LessonRun& run, QWidget* parent = nullptr);

    void setFinished(const QStringList& ids); ///< lessons that were followed to their end before

signals:
    void lessonWanted(const Lesson& lesson);

protected:
    void refresh() override;

private:
    void showCourse(QVBoxLayout& column);
    void showLesson(QVBoxLayout& column, const Lesson& lesson);
    QWidget* makeStep(const Lesson& lesson, std::size_t step);

    LessonRun& m_run;
    QStringList m_finished;
};

}
