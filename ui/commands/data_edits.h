#pragma once

#include "data/data_checks.h"
#include "data/data_choices.h"

#include <QString>

#include <functional>
#include <vector>

namespace broto::ui {

class Document;

/// What a person changes about the data, each as a command with a name of its own. What cannot be done is reported on
/// the data page and changes nothing, and neither does what is chosen already.
class DataEdits {
public:
    using Columns = std::vector<std::size_t>;

    explicit DataEdits(Document& document) : m_document(document) {}

    void giveRole(const Columns& columns, Role role);
    void setGroup(std::size_t column); ///< in place of all others
    void setType(const Columns& columns, std::optional<ColumnType> type);
    void setMissingMarks(const Columns& columns, const std::vector<std::string>& marks);
    void setMissingPolicy(const Columns& columns, std::optional<MissingPolicy> policy);
    void setTask(std::optional<Task> task);
    void setScaling(Scaling scaling);
    void setSplit(const Split& split);
    void setWindows(const std::optional<WindowChoices>& windows);
    void changeWindows(const std::function<void(WindowChoices&)>& change); ///< if there are any
    void apply(const DataCheck& check);                                    ///< its remedy

private:
    void push(DataChoices after, const QString& name);

    Document& m_document;
};

}
