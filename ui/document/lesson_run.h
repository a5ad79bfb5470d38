#pragma once

#include "project/lesson.h"

#include <QObject>

namespace broto::ui {

class Document;

/// The lesson that somebody follows, and how far. A step is done when what it asks for is there, and then stays done;
/// one after the other. Lives on the GUI thread.
class LessonRun : public QObject {
    Q_OBJECT

public:
    explicit LessonRun(const Document& document, QObject* parent = nullptr);

    void begin(const Lesson& lesson); ///< from now on: what was done before does not count
    void end();

    const Lesson* lesson() const { return m_lesson; } ///< null: none
    std::size_t stepsDone() const { return m_done; }
    bool finished() const { return m_lesson && m_done == m_lesson->steps.size(); }

    // What is not in the document
    void noteOpened(Stage stage);
    void noteCodeTaken();

signals:
    void changed();
    void lessonFinished(const Lesson& lesson);

private:
    void look();

    const Document& m_document;
    const Lesson* m_lesson = nullptr;
    std::size_t m_done = 0;
    LessonDeeds m_deeds;
};

}
