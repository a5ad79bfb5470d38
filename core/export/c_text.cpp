#include "export/c_text.h"

#include "export/runtime_text.h"

#include <cctype>
#include <map>
#include <set>
#include <vector>

namespace broto {

namespace {

using namespace std::string_view_literals;

enum class Kind { Word, Space, Directive, Mark };

struct Token {
    Kind kind;
    std::string text;
};
using Tokens = std::vector<Token>;

bool isWordPart(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

/// How much of the text is its first token: a word or number, spaces or a comment, a line for the preprocessor with
/// those that continue it, or one other character.
Token firstToken(std::string_view text, bool atLineStart)
{
    std::size_t end = 1;
    if (atLineStart && text[0] == '#') {
        for (end = text.find('\n'); end != text.npos && text[end - 1] == '\\';)
            end = text.find('\n', end + 1);
        return {Kind::Directive, std::string(text.substr(0, end))};
    }
    if (text.starts_with("//"))
        return {Kind::Space, std::string(text.substr(0, text.find('\n')))};
    if (std::isspace(static_cast<unsigned char>(text[0]))) {
        while (end < text.size() && text[end - 1] != '\n' && std::isspace(static_cast<unsigned char>(text[end])))
            ++end;
        return {Kind::Space, std::string(text.substr(0, end))};
    }
    if (!isWordPart(text[0]))
        return {Kind::Mark, std::string(text.substr(0, 1))};
    while (end < text.size() &&
           (isWordPart(text[end]) || (text[end] == '.' && std::isdigit(static_cast<unsigned char>(text[0])))))
        ++end;
    return {Kind::Word, std::string(text.substr(0, end))};
}

Tokens tokensOf(std::string_view text)
{
    Tokens tokens;
    bool atLineStart = true;
    while (!text.empty()) {
        tokens.push_back(firstToken(text, atLineStart));
        text.remove_prefix(tokens.back().text.size());
        atLineStart = tokens.back().text.ends_with('\n');
    }
    return tokens;
}

std::size_t next(const Tokens& tokens, std::size_t at)
{
    for (++at; at < tokens.size() && tokens[at].kind == Kind::Space;)
        ++at;
    return at;
}

bool isAt(const Tokens& tokens, std::size_t at, std::string_view text)
{
    return at < tokens.size() && tokens[at].text == text;
}

/// The place of the bracket that closes the one at `open`.
std::size_t closing(const Tokens& tokens, std::size_t open, std::string_view close)
{
    int depth = 0;
    for (std::size_t i = open; i < tokens.size(); ++i) {
        depth += tokens[i].text == tokens[open].text;
        depth -= tokens[i].text == close;
        if (depth == 0)
            return i;
    }
    return tokens.size();
}

/// The place of the brace that opens a namespace or the body of a template.
std::size_t brace(const Tokens& tokens, std::size_t at)
{
    while (at < tokens.size() && tokens[at].text != "{")
        ++at;
    return at;
}

/// Without what opens and closes namespaces, with the comments behind it, and without templates.
Tokens withoutFrames(const Tokens& tokens)
{
    Tokens result;
    std::set<std::size_t> dropped;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].text == "namespace") {
            const std::size_t open = brace(tokens, i);
            dropped.insert(closing(tokens, open, "}"));
            i = open;
        } else if (tokens[i].text == "template") {
            i = closing(tokens, brace(tokens, i), "}");
        } else if (dropped.contains(i)) {
            while (i + 1 < tokens.size() && tokens[i + 1].kind == Kind::Space && tokens[i + 1].text[0] != '\n')
                ++i;
        } else {
            result.push_back(tokens[i]);
        }
    }
    return result;
}

/// static_cast<T> -> (T), inline -> static inline; a function that must not be inlined is static alone.
Tokens inTheFormsOfC(const Tokens& tokens)
{
    Tokens result;
    bool isOnce = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token token = tokens[i];
        if (token.text == "static_cast") {
            const std::size_t open = next(tokens, i), close = closing(tokens, open, ">");
            result.push_back({Kind::Mark, "("});
            result.insert(result.end(), tokens.begin() + static_cast<std::ptrdiff_t>(open) + 1,
                          tokens.begin() + static_cast<std::ptrdiff_t>(close));
            result.push_back({Kind::Mark, ")"});
            i = close;
            continue;
        }
        if (token.text == "inline")
            token.text = isOnce ? "static" : "static inline";
        if (token.kind != Kind::Space)
            isOnce = token.text == "BROTO_ONCE";
        result.push_back(std::move(token));
    }
    return result;
}

/// The names that a text gives to the program, and what they are in C.
class Names {
public:
    explicit Names(const Tokens& tokens);
    Tokens applied(Tokens tokens) const;

private:
    void addFunction(const Tokens& tokens, std::size_t at);
    void addConstants(const Tokens& tokens, std::size_t open);

    std::set<std::string> m_structs;
    std::map<std::string, std::string> m_others = {{"fromFlash", "broto_fromFlash"}};
    std::map<std::size_t, std::string> m_overloads; ///< by the place of their definition
};

Names::Names(const Tokens& tokens)
{
    int depth = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (depth == 0 && token.text == "struct")
            m_structs.insert(tokens[next(tokens, i)].text);
        else if (depth == 0 && token.text == "enum")
            addConstants(tokens, brace(tokens, i));
        else if (depth == 0 && token.kind == Kind::Word && isAt(tokens, next(tokens, i), "("))
            addFunction(tokens, i);
        depth += token.text == "{" || token.text == "(";
        depth -= token.text == "}" || token.text == ")";
    }
}

void Names::addFunction(const Tokens& tokens, std::size_t at)
{
    const std::string& name = tokens[at].text;
    if (m_others.try_emplace(name, "broto_" + name).second)
        return;
    for (std::size_t i = at; i < tokens.size() && tokens[i].text != ")"; ++i)
        if (m_structs.contains(tokens[i].text)) {
            m_overloads[at] = "broto_" + name + '_' + tokens[i].text;
            return;
        }
}

void Names::addConstants(const Tokens& tokens, std::size_t open)
{
    for (std::size_t i = open; i < tokens.size() && tokens[i].text != "}"; ++i)
        if (isAt(tokens, next(tokens, i), "=") && tokens[i].kind == Kind::Word)
            m_others.try_emplace(tokens[i].text, "broto_" + tokens[i].text);
}

Tokens Names::applied(Tokens tokens) const
{
    std::string before;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string text = tokens[i].text;
        const bool isField = before == "." || before == "->";
        if (const auto overload = m_overloads.find(i); overload != m_overloads.end())
            tokens[i].text = overload->second;
        else if (const auto other = m_others.find(text); other != m_others.end() && !isField)
            tokens[i].text = other->second;
        else if (m_structs.contains(text))
            tokens[i].text = (before == "struct" ? "broto_" : "struct broto_") + text;
        if (tokens[i].kind != Kind::Space)
            before = before == "-" && text == ">" ? "->" : text;
    }
    return tokens;
}

}

std::string asC(std::string_view cpp)
{
    const Tokens tokens = inTheFormsOfC(withoutFrames(tokensOf(cpp)));
    std::string text;
    for (const Token& token : Names(tokens).applied(tokens))
        if (token.text != "\n" || !text.ends_with("\n\n"))
            text += token.text;
    return text;
}

std::string runtimeAsC(std::span<const std::string_view> headers)
{
    return asC(pastedRuntime(headers, "flash.h"));
}

}
