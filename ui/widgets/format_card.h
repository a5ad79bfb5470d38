#pragma once

#include <QAbstractButton>

namespace broto::ui {

/// A format that a model can be exported in, as a card: chosen by a click or the arrow keys, and dragged to where its
/// files are wanted.
class FormatCard : public QAbstractButton {
    Q_OBJECT

public:
    explicit FormatCard(QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& purpose);
    void setPicture(const QString& icon);

    /// What stands at its right: the size of its files. `problem`: that they cannot be made.
    enum class State { Being, Made, Problem };
    void setState(State state, const QString& size);

    QSize sizeHint() const override;

signals:
    void dragged();    ///< the files are wanted elsewhere
    void copyWanted(); ///< on the clipboard
    void menuWanted(const QPoint& place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QString m_icon = QStringLiteral("file");
    QString m_purpose, m_size;
    State m_state = State::Being;
    QPoint m_pressedAt;
};

}
