#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broto {

/// Text for HTML and for SVG: what means something there is escaped, and what XML must not hold is replaced.
std::string escaped(std::string_view text);

/// The same, cut to so many characters with a sign that something is left out: for drawings, which have little room.
std::string escapedShort(std::string_view text, std::size_t most);

struct HtmlCell {
    std::string text;
    std::string colour = {}; ///< "#dbe9f6" behind the text; empty: none
};

struct HtmlTable {
    enum class Align { Left, Right };
    static constexpr Align right = Align::Right; ///< where numbers stand
    struct Column {
        std::string title;
        Align align = Align::Left;
    };
    std::vector<Column> columns;
    std::vector<std::vector<HtmlCell>> rows;

    void addRow(const std::vector<std::string>& cells); ///< one a column
};

/// One page of HTML that is well-formed XML as well, made from top to bottom. It loads nothing and runs nothing.
/// Whatever text it is given is escaped; only drawings are taken as they are.
class HtmlPage {
public:
    HtmlPage(std::string_view language, std::string_view title, std::string_view generator);

    void title(std::string_view text);
    void heading(std::string_view text);
    void subheading(std::string_view text);
    void paragraph(std::string_view text);
    void note(std::string_view text); ///< smaller, below what it is about
    void list(const std::vector<std::string>& items);
    void facts(const std::vector<std::pair<std::string, std::string>>& facts); ///< name and value
    void table(const HtmlTable& table);
    void drawings(const std::vector<std::string>& svgs); ///< beside each other where there is room

    std::string text() const; ///< the whole page

private:
    void element(std::string_view name, std::string_view text);

    std::string m_text;
};

}
