#pragma once

#include <QAbstractButton>

namespace broto::ui {

/// A large button with a picture, a title and one line of text.
class SampleCard : public QAbstractButton {
    Q_OBJECT

public:
    SampleCard(const QString& picture, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& line);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_picture;
    QString m_line;
};

}
