#include "project/report/html_page.h"

#include "export/utf8.h"

#include <cassert>

namespace broto {

namespace {

/// Light, for paper. Only what a simple reader of HTML knows as well, but for the print rules.
constexpr std::string_view styleSheet = R"css(
body { font-family: "Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", sans-serif; font-size: 10pt;
       color: #1f2933; background-color: #ffffff; line-height: 135%; max-width: 180mm; margin: 10mm auto; padding: 0 4mm; }
h1 { font-size: 20pt; font-weight: 600; margin-top: 0; margin-bottom: 4px; }
h2 { font-size: 14pt; font-weight: 600; margin-top: 26px; margin-bottom: 6px; color: #1b5e3a; }
h3 { font-size: 11pt; font-weight: 600; margin-top: 16px; margin-bottom: 4px; }
p, ul { margin-top: 6px; margin-bottom: 6px; }
table { border-collapse: collapse; margin-top: 6px; margin-bottom: 10px; }
th, td { padding: 3px 7px; border: 1px solid #d5dce3; text-align: left; vertical-align: top; font-size: 9pt; }
th { background-color: #f1f5f3; font-weight: 600; }
th.number, td.number { text-align: right; }
td.number { white-space: nowrap; }
.drawings { line-height: 100%; }
.note { font-size: 9pt; color: #55616e; }
)css";

/// What browsers and paper add to that.
constexpr std::string_view printRules = R"css(
td { overflow-wrap: break-word; font-variant-numeric: tabular-nums; }
svg { max-width: 100%; height: auto; }
@page { size: A4; margin: 15mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0 1px; }
  h1, h2, h3 { break-after: avoid; }
  table, tr, svg { break-inside: avoid; }
  th, td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

constexpr char32_t replacement = 0xfffd;

/// Whether XML may hold the character.
bool isAllowed(char32_t c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n';
    return !(c >= 0x7f && c < 0xa0) && !(c >= 0xd800 && c < 0xe000) && c != 0xfffe && c != 0xffff && c <= 0x10ffff;
}

/// Marks that turn the direction of what stands behind them, beyond the text that has them.
bool turnsDirection(char32_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

void appendEscaped(std::string& text, char32_t c)
{
    switch (c) {
    case '&':
        text += "&amp;";
        break;
    case '<':
        text += "&lt;";
        break;
    case '>':
        text += "&gt;";
        break;
    case '"':
        text += "&quot;";
        break;
    case '\'':
        text += "&#39;";
        break;
    default:
        appendUtf8(text, isAllowed(c) && !turnsDirection(c) ? c : replacement);
    }
}

std::string_view classOf(HtmlTable::Align align)
{
    return align == HtmlTable::Align::Right ? " class=\"number\"" : "";
}

}

std::string escaped(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (const char32_t c : codePoints(text))
        appendEscaped(result, c);
    return result;
}

std::string escapedShort(std::string_view text, std::size_t most)
{
    const std::u32string characters = codePoints(text);
    const bool whole = characters.size() <= most;
    std::string result;
    for (const char32_t c : whole ? characters : characters.substr(0, most - 1))
        appendEscaped(result, c);
    return whole ? result : result + "…";
}

void HtmlTable::addRow(const std::vector<std::string>& cells)
{
    assert(cells.size() == columns.size());
    std::vector<HtmlCell> row;
    for (const std::string& cell : cells)
        row.push_back({cell});
    rows.push_back(std::move(row));
}

HtmlPage::HtmlPage(std::string_view language, std::string_view title, std::string_view generator)
{
    m_text +=
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + escaped(language) +
        "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<meta name=\"generator\" content=\"" +
        escaped(generator) + "\"/>\n";
    element("title", title);
    m_text += "<style>" + std::string(styleSheet) + std::string(printRules) + "</style>\n</head>\n<body>\n";
}

void HtmlPage::element(std::string_view name, std::string_view text)
{
    const std::string tag(name);
    m_text += "<" + tag + ">" + escaped(text) + "</" + tag + ">\n";
}

void HtmlPage::title(std::string_view text)
{
    element("h1", text);
}

void HtmlPage::heading(std::string_view text)
{
    element("h2", text);
}

void HtmlPage::subheading(std::string_view text)
{
    element("h3", text);
}

void HtmlPage::paragraph(std::string_view text)
{
    element("p", text);
}

void HtmlPage::note(std::string_view text)
{
    m_text += "<p class=\"note\">" + escaped(text) + "</p>\n";
}

void HtmlPage::list(const std::vector<std::string>& items)
{
    m_text += "<ul>\n";
    for (const std::string& item : items)
        element("li", item);
    m_text += "</ul>\n";
}

void HtmlPage::facts(const std::vector<std::pair<std::string, std::string>>& facts)
{
    m_text += "<table>\n";
    for (const auto& [name, value] : facts)
        m_text += "<tr><th>" + escaped(name) + "</th><td>" + escaped(value) + "</td></tr>\n";
    m_text += "</table>\n";
}

void HtmlPage::table(const HtmlTable& table)
{
    m_text += "<table>\n<thead><tr>";
    for (const HtmlTable::Column& column : table.columns)
        m_text += "<th" + std::string(classOf(column.align)) + ">" + escaped(column.title) + "</th>";
    m_text += "</tr></thead>\n<tbody>\n";
    for (const std::vector<HtmlCell>& row : table.rows) {
        m_text += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string colour =
                row[i].colour.empty() ? "" : " style=\"background-color: " + escaped(row[i].colour) + "\"";
            m_text +=
                "<td" + std::string(classOf(table.columns[i].align)) + colour + ">" + escaped(row[i].text) + "</td>";
        }
        m_text += "</tr>\n";
    }
    m_text += "</tbody>\n</table>\n";
}

void HtmlPage::drawings(const std::vector<std::string>& svgs)
{
    m_text += "<p class=\"drawings\">";
    for (const std::string& svg : svgs)
        m_text += svg + "\n";
    m_text += "</p>\n";
}

std::string HtmlPage::text() const
{
    return m_text + "</body>\n</html>\n";
}

}
