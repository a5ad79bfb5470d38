#include "ui/side_panels.h"

#include "ui/widgets/page_room.h"
#include "ui/widgets/side_panel.h"
#include "ui/widgets/stage_rail.h"

#include <QAction>

#include <utility>

namespace broto::ui {

SidePanels::SidePanels(std::vector<Place> places, StageRail& rail, PageRoom& room, QObject* parent)
    : QObject(parent), m_places(std::move(places)), m_rail(rail), m_room(room)
{
    for (const Place& place : m_places) {
        place.panel->setVisible(false);
        connect(place.action, &QAction::toggled, this, [this, action = place.action](bool opened) {
            if (opened)
                closeOthers(action);
            refresh();
        });
        connect(place.panel, &SidePanel::closeWanted, place.action,
                [action = place.action] { action->setChecked(false); });
    }
}

void SidePanels::closeOthers(const QAction* opened)
{
    for (const Place& place : m_places)
        if (place.action != opened)
            place.action->setChecked(false);
}

void SidePanels::refresh()
{
    m_rail.setCompact(false);
    std::vector<QWidget*> beside = {&m_rail};
    for (const Place& place : m_places)
        if (place.action->isChecked())
            beside.push_back(place.panel);
    m_rail.setCompact(beside.size() > 1 && !m_room.fitsBeside(beside));
    m_room.setBeside(std::move(beside));
    for (const bool shown : {false, true}) // the one that goes first: never two side by side
        for (const Place& place : m_places)
            if (place.action->isChecked() == shown)
                place.panel->setVisible(shown);
}

}
