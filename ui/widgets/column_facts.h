#pragma once

#include "data/table.h"

#include <QWidget>

class QFormLayout;

namespace broto::ui {

/// What is known of a column's values: missing, different, range, mean; of categories the commonest.
class ColumnFacts : public QWidget {
    Q_OBJECT

public:
    explicit ColumnFacts(QWidget* parent = nullptr);

    void show(const Column& column);
    QString text() const; ///< all of it in lines, to be found by tests and screen readers

private:
    void addFact(const QString& name, const QString& value);
    void addCategories(const Column& column);

    QFormLayout* m_facts;
    QStringList m_lines;
};

}
