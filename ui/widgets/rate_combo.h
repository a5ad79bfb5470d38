#pragma once

#include <QComboBox>

namespace broto::ui {

/// How often in a second something is asked.
class RateCombo : public QComboBox {
    Q_OBJECT

public:
    explicit RateCombo(QWidget* parent = nullptr);

    double rate() const { return currentData().toDouble(); } ///< 0: as fast as it goes
    void setLearned(double rate);                            ///< what a model has learned at, and is chosen; 0: nothing

signals:
    void rateChosen(double rate); ///< by a person

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
};

}
