#pragma once

#include "ui/models/commands_model.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QMenuBar;

namespace broto::ui {

/// What stands in menus, with their titles for a group.
std::vector<NamedCommand> commandsIn(const QMenuBar& menus);

/// Every command of the window, found by typing a part of its name. Enter does the chosen one; the palette closes by
/// itself, and goes when it is closed.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    CommandPalette(std::vector<NamedCommand> commands, QWidget* parent);

    void openAbove(const QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& typed);
    void move(int rows);
    void run(const QModelIndex& index);

    CommandsModel* m_model;
    QLineEdit* m_typed;
    QListView* m_list;
    QLabel* m_nothing;
};

}
