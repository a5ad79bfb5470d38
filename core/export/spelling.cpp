#include "export/spelling.h"

#include <array>
#include <iterator>

namespace broto {

namespace {

/// U+00C0 to U+017F without their accents.
constexpr std::array<std::string_view, 192> latin = {
    "a", "a", "a",  "a", "a", "a", "ae", "c",  "e", "e", "e",  "e",  "i", "i", "i",  "i",  "d", "n", "o",  "o",
    "o", "o", "o",  "x", "o", "u", "u",  "u",  "u", "y", "th", "ss", "a", "a", "a",  "a",  "a", "a", "ae", "c",
    "e", "e", "e",  "e", "i", "i", "i",  "i",  "d", "n", "o",  "o",  "o", "o", "o",  "",   "o", "u", "u",  "u",
    "u", "y", "th", "y", "a", "a", "a",  "a",  "a", "a", "c",  "c",  "c", "c", "c",  "c",  "c", "c", "d",  "d",
    "d", "d", "e",  "e", "e", "e", "e",  "e",  "e", "e", "e",  "e",  "g", "g", "g",  "g",  "g", "g", "g",  "g",
    "h", "h", "h",  "h", "i", "i", "i",  "i",  "i", "i", "i",  "i",  "i", "i", "ij", "ij", "j", "j", "k",  "k",
    "k", "l", "l",  "l", "l", "l", "l",  "l",  "l", "l", "l",  "n",  "n", "n", "n",  "n",  "n", "n", "n",  "n",
    "o", "o", "o",  "o", "o", "o", "oe", "oe", "r", "r", "r",  "r",  "r", "r", "s",  "s",  "s", "s", "s",  "s",
    "s", "s", "t",  "t", "t", "t", "t",  "t",  "u", "u", "u",  "u",  "u", "u", "u",  "u",  "u", "u", "u",  "u",
    "w", "w", "y",  "y", "y", "z", "z",  "z",  "z", "z", "z",  "s",
};

/// Characters from `first` on that become one letter each; a space where there is none.
struct LetterRange {
    char32_t first;
    std::string_view letters;
};

constexpr LetterRange letterRanges[] = {
    {U'\u0180', "bbb    cc  dd     ffg   iikkl  nno oo  pp      ttttuu  yyzz         "},
    {U'\u01cd',
     "aaiioouuuuuuuuuueaaaa  ggggkkoooo  j   gg  nnaa  ooaaaaeeeeiiiioooorrrruuuusstt  hhn   zzaaeeooooooooyy"},
    {U'\u1e00', "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
                "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasss  "
                "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy"},
    {U'\u2070', "0i  456789     n0123456789"},
};

struct GreekLetter {
    char32_t capital;
    char32_t small;
    std::string_view letters;
    std::string_view name;
};

// Both mu are "u", as in µm.
constexpr GreekLetter greek[] = {
    {U'Α', U'α', "a", "alpha"},   {U'Β', U'β', "v", "beta"},    {U'Γ', U'γ', "g", "gamma"},
    {U'Δ', U'δ', "d", "delta"},   {U'Ε', U'ε', "e", "epsilon"}, {U'Ζ', U'ζ', "z", "zeta"},
    {U'Η', U'η', "i", "eta"},     {U'Θ', U'θ', "th", "theta"},  {U'Ι', U'ι', "i", "iota"},
    {U'Κ', U'κ', "k", "kappa"},   {U'Λ', U'λ', "l", "lambda"},  {U'Μ', U'μ', "m", ""},
    {U'Ν', U'ν', "n", "nu"},      {U'Ξ', U'ξ', "x", "xi"},      {U'Ο', U'ο', "o", "omicron"},
    {U'Π', U'π', "p", "pi"},      {U'Ρ', U'ρ', "r", "rho"},     {U'Σ', U'σ', "s", "sigma"},
    {U'Σ', U'ς', "s", "sigma"},   {U'Τ', U'τ', "t", "tau"},     {U'Υ', U'υ', "y", "upsilon"},
    {U'Φ', U'φ', "f", "phi"},     {U'Χ', U'χ', "ch", "chi"},    {U'Ψ', U'ψ', "ps", "psi"},
    {U'Ω', U'ω', "o", "omega"},   {U'Ά', U'ά', "a", "alpha"},   {U'Έ', U'έ', "e", "epsilon"},
    {U'Ή', U'ή', "i", "eta"},     {U'Ί', U'ί', "i", "iota"},    {U'Ό', U'ό', "o", "omicron"},
    {U'Ύ', U'ύ', "y", "upsilon"}, {U'Ώ', U'ώ', "o", "omega"},   {U'Ϊ', U'ϊ', "i", "iota"},
    {U'Ϋ', U'ϋ', "y", "upsilon"}, {U'ϕ', U'ϑ', "th", "theta"},  {U'ϵ', U'ϵ', "e", "epsilon"},
};

/// U+0410 to U+042F, and from U+0430 the small ones.
constexpr std::array<std::string_view, 32> cyrillic = {"a",  "b",  "v",  "g",    "d", "e", "zh", "z", "i",  "y", "k",
                                                       "l",  "m",  "n",  "o",    "p", "r", "s",  "t", "u",  "f", "kh",
                                                       "ts", "ch", "sh", "shch", "",  "y", "",   "e", "yu", "ya"};

struct Word {
    char32_t character;
    std::string_view text;
};

constexpr Word cyrillicBeyond[] = {
    {U'Ё', "yo"}, {U'ё', "yo"}, {U'Є', "ye"}, {U'є', "ye"}, {U'І', "i"},  {U'і', "i"},  {U'Ї', "yi"}, {U'ї', "yi"},
    {U'Ґ', "g"},  {U'ґ', "g"},  {U'Ў', "u"},  {U'ў', "u"},  {U'Ђ', "dj"}, {U'ђ', "dj"}, {U'Ј', "j"},  {U'ј', "j"},
    {U'Љ', "lj"}, {U'љ', "lj"}, {U'Њ', "nj"}, {U'њ', "nj"}, {U'Ћ', "c"},  {U'ћ', "c"},  {U'Џ', "dz"}, {U'џ', "dz"},
};

constexpr Word single[] = {
    {U'ª', "a"},  {U'²', "2"}, {U'³', "3"}, {U'µ', "u"}, {U'¹', "1"}, {U'º', "o"},
    {U'ẞ', "ss"}, {U'℃', "c"}, {U'℉', "f"}, {U'Å', "a"}, {U'K', "k"},
};

constexpr Word signWords[] = {
    {U'%', "percent"}, {U'‰', "permille"}, {U'<', "below"}, {U'>', "above"},      {U'≤', "up_to"},
    {U'≥', "from"},    {U'=', "equal"},    {U'≠', "not"},   {U'±', "plus_minus"}, {U'Ω', "ohm"},
    {U'€', "euro"},    {U'∞', "infinity"}, {U'√', "root"},  {U'∆', "delta"},      {U'∑', "sum"},
};

template<std::size_t count>
std::string_view textIn(const Word (&list)[count], char32_t c)
{
    for (const Word& word : list)
        if (word.character == c)
            return word.text;
    return {};
}

char32_t at(std::u32string_view name, std::size_t place)
{
    return place < name.size() ? name[place] : U' '; // also before the first: the place wraps around
}

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

bool isAsciiLetter(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

const GreekLetter* greekLetter(char32_t c)
{
    for (const GreekLetter& letter : greek)
        if (letter.capital == c || letter.small == c)
            return &letter;
    return nullptr;
}

Spelling greekSpelling(const GreekLetter& letter, std::u32string_view name, std::size_t place)
{
    if (greekLetter(at(name, place - 1)) || greekLetter(at(name, place + 1)))
        return {std::string(letter.letters)};
    if (letter.name.empty())
        return {"u"};
    return {std::string(letter.name), true};
}

/// A sign before a number, and one behind all else ("A+"); between words it separates.
Spelling signSpelling(std::string_view word, std::u32string_view name, std::size_t place)
{
    const char32_t before = at(name, place - 1), after = at(name, place + 1);
    const bool beforeNumber = (isDigit(after) || after == U'.' || after == U',') && !isDigit(before) &&
                              !isAsciiLetter(before) && before < 0x80 && before != U')';
    const bool atTheEnd = name.find_first_not_of(U"+-−", place) == std::u32string_view::npos;
    return beforeNumber || atTheEnd ? Spelling{std::string(word), true} : Spelling{};
}

std::string letterOf(char32_t c)
{
    if (c >= U'\uff01' && c <= U'\uff5e') // the wide forms of ASCII
        c -= 0xfee0;
    if (c >= U'A' && c <= U'Z')
        return {static_cast<char>(c - U'A' + U'a')};
    if ((c >= U'a' && c <= U'z') || isDigit(c))
        return {static_cast<char>(c)};
    if (c >= 0xc0 && c < 0xc0 + latin.size())
        return std::string(latin[c - 0xc0]);
    for (const LetterRange& range : letterRanges)
        if (c >= range.first && c < range.first + range.letters.size() && range.letters[c - range.first] != ' ')
            return {range.letters[c - range.first]};
    if (c >= U'А' && c <= U'я')
        return std::string(cyrillic[(c - U'А') % cyrillic.size()]);
    if (const std::string_view text = textIn(cyrillicBeyond, c); !text.empty())
        return std::string(text);
    return std::string(textIn(single, c));
}

/// Combining marks, joiners, variation selectors, and the two signs of Russian.
bool isSilent(char32_t c)
{
    return (c >= 0x300 && c <= 0x36f) || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff || c == 0xad ||
           (c >= 0xfe00 && c <= 0xfe0f) || c == U'Ъ' || c == U'ъ' || c == U'Ь' || c == U'ь';
}

}

Spelling spellingOf(std::u32string_view name, std::size_t place)
{
    const char32_t c = name[place];
    if (isSilent(c))
        return {{}, false, true};
    if (c == U'+')
        return signSpelling("plus", name, place);
    if (c == U'-' || c == U'−')
        return signSpelling("minus", name, place);
    if (const std::string_view word = textIn(signWords, c); !word.empty())
        return {std::string(word), true};
    if (const GreekLetter* letter = greekLetter(c))
        return greekSpelling(*letter, name, place);
    return {letterOf(c)};
}

}
