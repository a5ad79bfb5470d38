#include "ui/widgets/lesson_panel.h"

#include "ui/document/lesson_run.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

namespace {

constexpr int stepMark = 20, doneMark = 16;

QString inLanguageOf(const QLocale& locale, const LessonText& text)
{
    return QString::fromStdString(locale.language() == QLocale::Portuguese ? text.portuguese : text.english);
}

QLabel* makeText(Type type, Tone tone, const QString& text, QWidget* parent)
{
    QLabel* label = makeLabel(type, tone, parent);
    label->setTextFormat(Qt::MarkdownText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

/// The lesson behind another in the course; null behind the last one.
const Lesson* lessonBehind(const Lesson& lesson)
{
    const auto behind = std::ranges::find_if(lessons(), [&](const Lesson& other) { return other.rank > lesson.rank; });
    return behind == lessons().end() ? nullptr : &*behind;
}

}

LessonPanel::LessonPanel(LessonRun& run, QWidget* parent) : SidePanel(parent), m_run(run)
{
    setObjectName(QStringLiteral("lessonPanel"));
    connect(&run, &LessonRun::changed, this, &LessonPanel::refresh);
    LessonPanel::refresh();
}

void LessonPanel::setFinished(const QStringList& ids)
{
    m_finished = ids;
    refresh();
}

/// Anew: there is little to it, and it changes a few times an hour.
void LessonPanel::refresh()
{
    describeClosing(tr("Close the lessons"),
                    tr("Closes the lessons; how far you are is kept until another one begins."));
    const Lesson* lesson = m_run.lesson();
    write(lesson ? inLanguageOf(QLocale(), lesson->title) : tr("Lessons"), tr("Lessons"), space::medium,
          [this, lesson](QVBoxLayout& column) { lesson ? showLesson(column, *lesson) : showCourse(column); });
}

void LessonPanel::showCourse(QVBoxLayout& column)
{
    for (const Lesson& lesson : lessons()) {
        QFrame* card = makeCard(this);
        const bool finished = m_finished.contains(QString::fromStdString(lesson.id));
        const QString title = inLanguageOf(QLocale(), lesson.title);
        auto* name = makeText(Type::Text, Tone::Plain, QStringLiteral("**%1**").arg(title), card);
        auto* about = makeText(Type::Note, Tone::Muted, inLanguageOf(QLocale(), lesson.summary), card);
        auto* minutes = makeLabel(Type::Note, finished ? Tone::Good : Tone::Muted, card);
        minutes->setText(finished ? tr("Done") : tr("%Ln minute(s)", nullptr, lesson.minutes));
        auto* begin = new QPushButton(finished ? tr("Once more") : tr("Begin"), card);
        begin->setObjectName(QStringLiteral("lesson_") + QString::fromStdString(lesson.id));
        begin->setAccessibleName(QStringLiteral("%1: %2").arg(begin->text(), title));
        begin->setToolTip(tr("Opens the data of the lesson and shows its steps one after the other."));
        auto* bottom = new QHBoxLayout;
        bottom->addWidget(minutes, 1);
        bottom->addWidget(begin);
        auto* layout = new QVBoxLayout(card);
        layout->setContentsMargins(space::medium, space::medium, space::medium, space::small);
        layout->setSpacing(space::hair);
        layout->addWidget(name);
        layout->addWidget(about);
        layout->addLayout(bottom);
        column.addWidget(card);
        connect(begin, &QPushButton::clicked, this, [this, &lesson] { emit lessonWanted(lesson); });
    }
}

void LessonPanel::showLesson(QVBoxLayout& column, const Lesson& lesson)
{
    column.addWidget(makeText(Type::Note, Tone::Muted, inLanguageOf(QLocale(), lesson.summary), this));
    for (std::size_t step = 0; step < lesson.steps.size(); ++step)
        column.addWidget(makeStep(lesson, step));
    if (m_run.finished()) {
        auto* all = makeLabel(Type::Text, Tone::Good, this);
        all->setText(tr("All steps are done."));
        column.addWidget(all);
    }
    const Lesson* next = lessonBehind(lesson);
    if (m_run.finished() && next) {
        auto* onward = new QPushButton(tr("Next: %1").arg(inLanguageOf(QLocale(), next->title)), this);
        onward->setObjectName(QStringLiteral("nextLesson"));
        onward->setToolTip(tr("Opens the data of the next lesson."));
        setKind(*onward, ButtonKind::Primary);
        column.addWidget(onward);
        connect(onward, &QPushButton::clicked, this, [this, next] { emit lessonWanted(*next); });
    }
    auto* back = new QPushButton(tr("All lessons"), this);
    back->setObjectName(QStringLiteral("allLessons"));
    back->setToolTip(tr("Ends this lesson and lists all of them."));
    setKind(*back, ButtonKind::Quiet);
    column.addWidget(back, 0, Qt::AlignLeft);
    connect(back, &QPushButton::clicked, &m_run, &LessonRun::end, Qt::QueuedConnection); // it goes with the button
}

QWidget* LessonPanel::makeStep(const Lesson& lesson, std::size_t step)
{
    const bool done = step < m_run.stepsDone(), current = step == m_run.stepsDone();
    const QString text = inLanguageOf(QLocale(), lesson.steps[step].text);
    auto* row = new QWidget(this);
    row->setObjectName(QStringLiteral("lessonStep_%1").arg(step));
    auto* mark = makeLabel(Type::Text, current ? Tone::Good : Tone::Muted, row);
    setTextWidth(*mark, stepMark);
    mark->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    if (done) {
        mark->setPixmap(
            icon(QStringLiteral("done"), Tint::Good).pixmap(QSize(doneMark, doneMark), devicePixelRatioF()));
        mark->setAccessibleName(tr("Done"));
    } else {
        mark->setText(countText(static_cast<std::int64_t>(step) + 1));
    }
    auto* texts = new QVBoxLayout;
    texts->setSpacing(space::hair);
    texts->addWidget(makeText(Type::Text, current ? Tone::Plain : Tone::Muted, text, row));
    if (const QString hint = inLanguageOf(QLocale(), lesson.steps[step].hint); current && !hint.isEmpty())
        texts->addWidget(makeText(Type::Note, Tone::Muted, hint, row));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(mark, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    return row;
}

}
