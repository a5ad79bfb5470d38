#pragma once

class QWidget;

namespace broto::ui {

class Document;

/// What the help menu shows.
void showMessages(const Document& document, QWidget& window);
void showAbout(QWidget& window);

}
