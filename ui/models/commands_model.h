#pragma once

#include <QAbstractListModel>
#include <QString>

#include <functional>
#include <vector>

namespace broto::ui {

/// Something that can be done, found by its name.
struct NamedCommand {
    QString name;
    QString group;    ///< where else it is found: a menu, or what it is one of
    QString shortcut; ///< as the system writes it
    bool enabled = true;
    std::function<void()> run;
};

/// The commands whose name or group has what is typed, the best ones first. Those that cannot be done now come last.
class CommandsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { GroupRole = Qt::UserRole, ShortcutRole };

    explicit CommandsModel(std::vector<NamedCommand> commands, QObject* parent = nullptr);

    void search(const QString& typed);
    const NamedCommand& command(int row) const { return m_commands[m_found[static_cast<std::size_t>(row)]]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<NamedCommand> m_commands;
    std::vector<std::size_t> m_found;
};

}
