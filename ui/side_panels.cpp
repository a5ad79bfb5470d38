#include "ui/side_panels.h"

#include "ui/lessons.h"
#include "ui/widgets/explanation_panel.h"
#include "ui/widgets/lesson_panel.h"
#include "ui/widgets/page_room.h"
#include "ui/widgets/stage_rail.h"

#include <QAction>

#include <utility>
#include <vector>

namespace broto::ui {

SidePanels::SidePanels(Actions actions, Lessons& lessons, ExplanationPanel& explanation, StageRail& rail,
                       PageRoom& room, QObject* parent)
    : QObject(parent), m_actions(actions), m_lessons(lessons), m_explanation(explanation), m_rail(rail), m_room(room)
{
    m_lessons.panel().setVisible(false);
    m_explanation.setVisible(false);
    connect(&m_actions.lessons, &QAction::toggled, this, [this] { show(m_actions.lessons, m_actions.explanation); });
    connect(&m_actions.explanation, &QAction::toggled, this,
            [this] { show(m_actions.explanation, m_actions.lessons); });
    connect(&rail.lessons(), &QAbstractButton::toggled, &m_actions.lessons, &QAction::setChecked);
    connect(&lessons.panel(), &LessonPanel::closeWanted, this, [this] { m_actions.lessons.setChecked(false); });
    connect(&lessons, &Lessons::begun, this, [this] { m_actions.lessons.setChecked(true); });
    connect(&explanation, &ExplanationPanel::closeWanted, this, [this] { m_actions.explanation.setChecked(false); });
}

/// One was opened or closed.
void SidePanels::show(QAction& shown, QAction& other)
{
    if (shown.isChecked() && other.isChecked())
        other.setChecked(false); // comes here again
    else
        refresh();
}

void SidePanels::refresh()
{
    QWidget* panels[] = {&m_lessons.panel(), &m_explanation};
    const bool wanted[] = {m_actions.lessons.isChecked(), m_actions.explanation.isChecked()};
    m_rail.setCompact(false);
    std::vector<QWidget*> beside = {&m_rail};
    for (std::size_t i = 0; i < std::size(panels); ++i)
        if (wanted[i])
            beside.push_back(panels[i]);
    m_rail.setCompact(beside.size() > 1 && !m_room.fitsBeside(beside));
    m_room.setBeside(std::move(beside));
    for (const bool now : {false, true}) // the one that goes first: never both side by side
        for (std::size_t i = 0; i < std::size(panels); ++i)
            if (wanted[i] == now)
                panels[i]->setVisible(now);
    m_rail.lessons().setChecked(wanted[0]);
}

}
