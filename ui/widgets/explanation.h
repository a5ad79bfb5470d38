#pragma once

#include <QString>

#include <optional>
#include <vector>

class QLocale;

namespace broto::ui {

/// What explains a page of the window: paragraphs, headings and figures, in the order they are read.
struct ExplanationPart {
    enum class Kind { Heading, Text, Figure };

    Kind kind = Kind::Text;
    QString text;   ///< Markdown; of a figure, what it shows in words
    QString figure; ///< a name for FigureView
};

struct Explanation {
    QString title;
    std::vector<ExplanationPart> parts;
};

/// The explanation of a page (resources/help): `page` is "welcome" or what stageIcon() says. Nothing when there is
/// none.
std::optional<Explanation> explanationOf(const QString& page, const QLocale& locale);

/// Cuts a file of ours into its parts. Understood are `# title`, `## heading`, `![what it shows](figure.svg)` on a line
/// of its own, and paragraphs with an empty line behind each.
Explanation explanationFrom(const QString& markdown);

}
