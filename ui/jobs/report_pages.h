#pragma once

class QTextDocument;

namespace broto::ui {

/// Puts the page breaks of a document, which has its page size by now, where they part nothing: a table that has room
/// on one page stands on one page, and a heading stands with what follows it.
void keepTogether(QTextDocument& document);

}
