#include "ui/models/ports_model.h"

#include "ui/widgets/icon.h"

#include <algorithm>

namespace broto::ui {

void PortsModel::setPorts(const std::vector<Port>& ports)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::ranges::find(ports, port(row)) != ports.end())
            continue;
        beginRemoveRows({}, row, row);
        m_ports.erase(m_ports.begin() + row);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < ports.size(); ++i) {
        if (std::ranges::find(m_ports, ports[i]) != m_ports.end())
            continue;
        const auto row = static_cast<std::ptrdiff_t>(std::min(i, m_ports.size()));
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
        m_ports.insert(m_ports.begin() + row, ports[i]);
        endInsertRows();
    }
}

int PortsModel::rowOf(const std::string& path) const
{
    const auto found = std::ranges::find(m_ports, path, &Port::path);
    return found == m_ports.end() ? -1 : static_cast<int>(found - m_ports.begin());
}

/// A virtual board calls itself in English.
QString PortsModel::nameOf(const Port& port)
{
    static constexpr QLatin1String prefix("Virtual ");
    const QString name = QString::fromStdString(port.description);
    return port.isVirtual && name.startsWith(prefix) ? tr("Virtual %1").arg(name.mid(prefix.size())) : name;
}

int PortsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ports.size());
}

QVariant PortsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Port& port = m_ports[static_cast<std::size_t>(index.row())];
    const QString path = QString::fromStdString(port.path);
    switch (role) {
    case Qt::DisplayRole:
        return port.description.empty() ? path : QStringLiteral("%1\n%2").arg(nameOf(port), path);
    case Qt::DecorationRole:
        return icon(QStringLiteral("device"), port.isVirtual ? Tint::Accent : Tint::Text);
    case Qt::ToolTipRole:
        return path;
    default:
        return {};
    }
}

}
