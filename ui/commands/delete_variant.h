#pragma once

#include "project/project.h"

#include <QUndoCommand>

#include <memory>

namespace broto::ui {

class Document;

/// A variant goes out of the project, and comes back to its place while its run is still the project's.
class DeleteVariant : public QUndoCommand {
public:
    DeleteVariant(Document& document, std::shared_ptr<const Variant> variant);

    void undo() override;
    void redo() override;

private:
    Document& m_document;
    std::shared_ptr<const Variant> m_variant;
    std::shared_ptr<const TrainedNetwork> m_run;
    std::size_t m_place;
};

}
