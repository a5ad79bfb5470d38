#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace broto {
struct Lesson;
}

namespace broto::ui {

class LessonRun;

/// Beside the pages: the lessons to choose from, or the steps of the one that is followed.
class LessonPanel : public QFrame {
    Q_OBJECT

public:
    explicit LessonPanel(LessonRun& run, QWidget* parent = nullptr);

    void setFinished(const QStringList& ids); ///< lessons that were followed to their end before

signals:
    void lessonWanted(const Lesson& lesson);
    void closeWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void show();
    void showCourse(QVBoxLayout& column);
    void showLesson(QVBoxLayout& column, const Lesson& lesson);
    QWidget* makeStep(const Lesson& lesson, std::size_t step);

    LessonRun& m_run;
    QStringList m_finished;
    QLabel* m_title;
    QToolButton* m_close;
    QScrollArea* m_scroll;
};

}
