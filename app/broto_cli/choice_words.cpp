#include "choice_words.h"

#include "language.h"

namespace broto {

namespace {

/// The names that are translated; others, such as "R2", are the same in every language.
[[maybe_unused]] constexpr const char* words[] = {
    BROTO_TEXT("cli", "accuracy"), BROTO_TEXT("cli", "classification"), BROTO_TEXT("cli", "regression"),
    BROTO_TEXT("cli", "feature"),  BROTO_TEXT("cli", "target"),         BROTO_TEXT("cli", "ignore"),
    BROTO_TEXT("cli", "group"),    BROTO_TEXT("cli", "time"),           BROTO_TEXT("cli", "number"),
    BROTO_TEXT("cli", "integer"),  BROTO_TEXT("cli", "boolean"),        BROTO_TEXT("cli", "category"),
    BROTO_TEXT("cli", "datetime"), BROTO_TEXT("cli", "identifier"),     BROTO_TEXT("cli", "text"),
    BROTO_TEXT("cli", "constant"), BROTO_TEXT("cli", "random"),         BROTO_TEXT("cli", "stratified"),
    BROTO_TEXT("cli", "column"),   BROTO_TEXT("cli", "file"),           BROTO_TEXT("cli", "folds"),
};

}

std::string wordFor(std::string_view name)
{
    return translated(name);
}

}
