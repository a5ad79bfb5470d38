#pragma once

#include "data/dataset.h"

#include <QWidget>

namespace broto::ui {

/// How many rows of every class are for training, validation and test: a bar for each class, with its counts.
class ClassCounts : public QWidget {
    Q_OBJECT

public:
    explicit ClassCounts(QWidget* parent = nullptr);

    void show(const std::vector<std::string>& classes, const PartCounts& counts);
    void clear();
    QString text() const; ///< "setosa: 35, 8, 7", one line a class
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString countsOf(std::size_t index) const;
    void paintClass(QPainter& painter, std::size_t index, std::size_t most) const;

    std::vector<std::string> m_classes;
    PartCounts m_counts;
};

}
