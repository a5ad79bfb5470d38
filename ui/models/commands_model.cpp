#include "ui/models/commands_model.h"

#include "ui/widgets/command_search.h"

#include <algorithm>
#include <tuple>

namespace broto::ui {

CommandsModel::CommandsModel(std::vector<NamedCommand> commands, QObject* parent)
    : QAbstractListModel(parent), m_commands(std::move(commands))
{
    search({});
}

void CommandsModel::search(const QString& typed)
{
    using Found = std::tuple<bool, int, std::size_t>; // cannot be done, how well it fits, which
    std::vector<Found> found;
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const NamedCommand& each = m_commands[i];
        if (const auto rank = searchRank(each.name + QLatin1Char(' ') + each.group, typed))
            found.emplace_back(!each.enabled, *rank, i);
    }
    std::sort(found.begin(), found.end());
    beginResetModel();
    m_found.clear();
    for (const Found& each : found)
        m_found.push_back(std::get<std::size_t>(each));
    endResetModel();
}

int CommandsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant CommandsModel::data(const QModelIndex& index, int role) const
{
    const NamedCommand& each = command(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return each.name;
    case GroupRole:
        return each.group;
    case ShortcutRole:
        return each.shortcut;
    case Qt::AccessibleTextRole:
        return QStringList{each.name, each.group, each.shortcut}.join(QLatin1Char(' '));
    default:
        return {};
    }
}

Qt::ItemFlags CommandsModel::flags(const QModelIndex& index) const
{
    return command(index.row()).enabled ? QAbstractListModel::flags(index) : Qt::ItemFlags(Qt::NoItemFlags);
}

}
