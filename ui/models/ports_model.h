#pragma once

#include "device/ports.h"

#include <QAbstractListModel>

#include <vector>

namespace broto::ui {

/// Places where a board may be found, real ones first.
class PortsModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Leaves the rows of ports that are still there as they are, so that a selection survives.
    void setPorts(const std::vector<Port>& ports);
    const Port& port(int row) const { return m_ports[static_cast<std::size_t>(row)]; }
    int rowOf(const std::string& path) const; ///< -1 when it is not there

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    static QString nameOf(const Port& port);
    std::vector<Port> m_ports;
};

}
