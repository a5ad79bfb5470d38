#pragma once

#include <QTableView>

namespace broto::ui {

class VariantsModel;

/// Variants below each other with what they cost. As high as its rows, up to a few; numbers are never cut off: the
/// names give way first, and then it is scrolled.
class VariantTable : public QTableView {
    Q_OBJECT

public:
    explicit VariantTable(VariantsModel& model, QWidget* parent = nullptr);

    void fit(); ///< to the rows that it has now

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitColumns();

    VariantsModel& m_model;
};

}
