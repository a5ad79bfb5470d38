#pragma once

#include "compression/model_comparison.h"
#include "ui/widgets/inside_view.h"

class QTableView;

namespace broto::ui {

class ChangedAnswersModel;
class HeatMap;

/// What a variant answers beside the float network: both confusion matrices, and the rows that changed their answer.
class ChangedAnswersView : public QWidget {
    Q_OBJECT

public:
    explicit ChangedAnswersView(QWidget* parent = nullptr);

    /// `floating`: the variant it is compared with. `comparison`: null while it is not known.
    void show(const ViewedVariant& viewed, std::shared_ptr<const Variant> floating,
              std::shared_ptr<const ModelComparison> comparison);

signals:
    void rowActivated(std::size_t testRow); ///< somebody wants to see how its answer came to be

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();
    QString noteText() const;
    void retranslate();
    QWidget* makeMatrix(QLabel*& title, HeatMap*& map, const char* name);
    void showMatrix(HeatMap& map, const Variant& variant);

    ViewedVariant m_viewed;
    std::shared_ptr<const Variant> m_floating;
    std::shared_ptr<const ModelComparison> m_comparison;
    ChangedAnswersModel* m_model;
    QWidget* m_matrices;
    QLabel *m_floatTitle, *m_variantTitle;
    HeatMap *m_floatMap, *m_variantMap;
    QLabel* m_note;
    QTableView* m_table;
};

}
