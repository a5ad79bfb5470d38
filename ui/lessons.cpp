#include "ui/lessons.h"

#include "data/samples.h"
#include "ui/document/document.h"
#include "ui/jobs/open_job.h"
#include "ui/project_files.h"
#include "ui/widgets/lesson_panel.h"
#include "ui/window_settings.h"

#include <algorithm>
#include <utility>

namespace broto::ui {

Lessons::Lessons(Document& document, OpenJob& open, ProjectFiles& files, WindowSettings& settings, QWidget& window)
    : QObject(&window),
      m_open(open),
      m_files(files),
      m_settings(settings),
      m_run(document),
      m_panel(new LessonPanel(m_run, &window))
{
    m_panel->setFinished(settings.finishedLessons());
    connect(m_panel, &LessonPanel::lessonWanted, this, &Lessons::begin);
    connect(&open, &OpenJob::opened, this, &Lessons::take);
    connect(&open, &OpenJob::failed, this, [this] { m_wanted = nullptr; });
    connect(&open, &OpenJob::dropped, this, [this] { m_wanted = nullptr; });
    connect(&m_run, &LessonRun::lessonFinished, this, [this](const Lesson& lesson) {
        m_settings.addFinishedLesson(QString::fromStdString(lesson.id));
        m_panel->setFinished(m_settings.finishedLessons());
    });
    connect(&m_run, &LessonRun::changed, this, [this] {
        emit hiddenChanged(m_run.lesson() && !m_run.finished() ? m_run.lesson()->hidden : std::set<Stage>());
    });
}

void Lessons::begin(const Lesson& lesson)
{
    m_files.whenSafe([this, &lesson] {
        const auto sample = std::ranges::find(samples(), lesson.sample, &Sample::id);
        if (sample == samples().end()) {
            m_run.begin(lesson);
            emit begun();
            return;
        }
        m_open.openSample(*sample);
        m_wanted = &lesson; // what was wanted before has been dropped
    });
}

void Lessons::beginTour()
{
    begin(lessons().front());
}

/// Whatever is opened ends the lesson before: it is about other data.
void Lessons::take()
{
    if (const Lesson* lesson = std::exchange(m_wanted, nullptr)) {
        m_run.begin(*lesson);
        emit begun();
    } else if (m_run.lesson()) {
        m_run.end();
    }
}

}
