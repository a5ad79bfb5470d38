#pragma once

#include "data/preprocessing.h"
#include "device/live_answer.h"

#include <QFrame>

#include <optional>

class QLabel;

namespace broto::ui {

class FittedLabel;

/// What the board answers, large; the workbench's answer beside it; whether they are the same, and where they part.
class AnswerCard : public QFrame {
    Q_OBJECT

public:
    explicit AnswerCard(QWidget* parent = nullptr);

    void setModel(const std::vector<Feature>& features, const Target& target); ///< nothing is answered yet
    void show(const LiveAnswer& answer);
    void setBoardName(const QString& name); ///< empty: "Board"
    bool saysSame() const;                  ///< the sign is an equals sign

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void refreshNote();
    QString outsideText() const;
    void retranslate();

    std::vector<Feature> m_features;
    Target m_target;
    std::optional<LiveAnswer> m_answer;
    QString m_boardName;
    QLabel *m_boardTitle, *m_workbenchTitle;
    FittedLabel *m_board, *m_sign, *m_workbench;
    QLabel *m_boardNote, *m_workbenchNote;
    QLabel *m_note, *m_truth, *m_warning, *m_outside;
};

}
