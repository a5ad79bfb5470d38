#pragma once

#include <QObject>

#include <vector>

class QAction;

namespace broto::ui {

class PageRoom;
class SidePanel;
class StageRail;

/// What stands beside the pages: one panel at a time. Each is shown while its action is checked, and the rail becomes
/// narrow where the screen has no room for all.
class SidePanels : public QObject {
    Q_OBJECT

public:
    struct Place {
        QAction* action;
        SidePanel* panel;
    };

    SidePanels(std::vector<Place> places, StageRail& rail, PageRoom& room, QObject* parent);

private:
    void closeOthers(const QAction* opened);
    void refresh();

    std::vector<Place> m_places;
    StageRail& m_rail;
    PageRoom& m_room;
};

}
