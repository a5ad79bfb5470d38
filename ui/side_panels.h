#pragma once

#include <QObject>

class QAction;

namespace broto::ui {

class ExplanationPanel;
class Lessons;
class PageRoom;
class StageRail;

/// What stands beside the pages: the lessons or the explanation of the open page, one of the two at a time. Each is
/// shown while its action is checked, and the rail becomes narrow where the screen has no room for all.
class SidePanels : public QObject {
    Q_OBJECT

public:
    struct Actions {
        QAction& lessons;
        QAction& explanation;
    };

    SidePanels(Actions actions, Lessons& lessons, ExplanationPanel& explanation, StageRail& rail, PageRoom& room,
               QObject* parent);

private:
    void show(QAction& shown, QAction& other);
    void refresh();

    Actions m_actions;
    Lessons& m_lessons;
    ExplanationPanel& m_explanation;
    StageRail& m_rail;
    PageRoom& m_room;
};

}
