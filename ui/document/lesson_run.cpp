#include "ui/document/lesson_run.h"

#include "device/verdict.h"
#include "ui/document/document.h"

namespace broto::ui {

LessonRun::LessonRun(const Document& document, QObject* parent) : QObject(parent), m_document(document)
{
    connect(&document, &Document::stagesChanged, this, &LessonRun::look);
}

void LessonRun::begin(const Lesson& lesson)
{
    m_lesson = &lesson;
    m_done = 0;
    m_deeds = {};
    emit changed();
    look();
}

void LessonRun::end()
{
    m_lesson = nullptr;
    emit changed();
}

void LessonRun::noteOpened(Stage stage)
{
    m_deeds.opened.insert(stage);
    look();
}

void LessonRun::noteCodeTaken()
{
    m_deeds.codeTaken = true;
    look();
}

void LessonRun::look()
{
    if (!m_lesson || finished())
        return;
    const auto& check = m_document.boardSession().check;
    m_deeds.boardAgrees = check && agrees(check->report);
    const std::size_t before = m_done;
    while (!finished() && isReached(m_lesson->steps[m_done].goal, m_document.project(), m_deeds))
        ++m_done;
    if (m_done == before)
        return;
    emit changed();
    if (finished())
        emit lessonFinished(*m_lesson);
}

}
