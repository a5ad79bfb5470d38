#pragma once

#include "common/result.h"
#include "data/chosen_column.h"
#include "data/data_checks.h"
#include "data/dataset.h"
#include "platform/file_stamp.h"
#include "project/project.h"
#include "project/stage.h"
#include "ui/document/board_session.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace broto::ui {

/// The project that the window works on: the only writer of it. Widgets read from here and listen to one signal a
/// stage; what a person edits comes as a command on `history()`, what a machine computed through a `take...` function.
/// Lives on the GUI thread.
class Document : public QObject {
    Q_OBJECT

public:
    explicit Document(QObject* parent = nullptr);
    ~Document() override;

    const Project& project() const { return m_project; }
    bool empty() const { return !m_project.source && m_project.variants.empty(); }
    QUndoStack& history() { return m_history; }

    /// The data ready for learning, as of the last successful preparation; null before. `datasetIsCurrent` says whether
    /// it belongs to the choices of now.
    std::shared_ptr<const Dataset> dataset() const { return m_dataset; }
    bool datasetIsCurrent() const { return m_datasetIsCurrent; }

    /// What is known about the data before training; null until they have been looked at. `checksAreCurrent` says
    /// whether this is about the choices of now.
    std::shared_ptr<const std::vector<DataCheck>> checks() const { return m_checks; }
    bool checksAreCurrent() const { return m_checksAreCurrent; }

    /// How many problems and warnings there are among them: what a person should look at before training.
    int seriousChecks() const;

    /// A column as it is wanted: of the chosen type, without the marks of missing values. As read, until that is known.
    Result<std::shared_ptr<const Column>> column(std::size_t index) const;

    /// The network with its inputs and outputs; empty while there is no dataset.
    NetworkShape shape() const;

    /// The chosen board; the first of the catalogue should the project's be unknown.
    const Board& board() const;

    StageState state(Stage stage) const;

    /// The variant that the pages are about: the one that a person chose, or the first that is compressed, or the float
    /// one; null while there are none. It is nothing that is saved or undone.
    std::shared_ptr<const Variant> chosenVariant() const;
    void chooseVariant(const std::string& name);

    // The file
    const QString& filePath() const { return m_filePath; } ///< empty: never saved
    /// That file as it was when it was opened or saved here; nothing: not known.
    const std::optional<FileStamp>& fileStamp() const { return m_fileStamp; }
    QString name() const; ///< of the file, or of the table; empty while there is nothing
    bool modified() const;
    enum class Start { AsSaved, Unsaved }; ///< Unsaved: modified from the first moment
    void replace(Project project, const QString& filePath, std::optional<FileStamp> stamp = {},
                 Start start = Start::AsSaved);
    /// Counts what is written to the project: tells whether it has changed since.
    std::uint64_t revision() const { return m_revision; }
    /// As it was at that revision, or as it is: what was done since is not saved.
    void markSaved(const QString& filePath, std::optional<FileStamp> stamp = {},
                   std::optional<std::uint64_t> revision = {});

    // What commands write
    void setData(std::optional<DataSource> source, DataChoices choices);
    void setDataChoices(DataChoices choices);
    void setTestData(std::optional<DataSource> source, DataChoices choices);
    void setDesign(NetworkDesign design);
    void setTrainingSettings(TrainingSettings settings);
    void setBoard(std::string id);
    void setSensorPins(const std::string& board, std::vector<SensorPin> pins); ///< none: the board reads none
    void setRuns(const Project& project);     ///< its runs, and the design, settings and variants that belong to them
    void setVariants(const Project& project); ///< its variants alone

    // What jobs deliver
    void takeColumns(ChosenColumns columns);
    void takeDataset(Result<std::shared_ptr<const Dataset>> dataset);
    void takeChecks(std::vector<DataCheck> checks);
    void takeRun(std::shared_ptr<const TrainedNetwork> run);          ///< the variants are gone with the run before
    void takeVariants(const Project& result);                         ///< its variants alone; of another run: nothing
    void takeFirmware(std::shared_ptr<const BuiltFirmware> firmware); ///< null: a new one is on its way
    void takeUpload(FlashReport report);
    void takeCheck(std::shared_ptr<const CheckedBoard> check);
    const BoardSession& boardSession() const { return m_board; }

    /// What went wrong, shown on the page of its stage. The newest of every stage stays until it is closed or its
    /// stage is edited.
    void report(Stage stage, Message problem);
    void clearProblem(Stage stage);
    void note(Message message); ///< what is said elsewhere in the window: it joins the messages
    const std::optional<Message>& problem(Stage stage) const { return m_problems[static_cast<std::size_t>(stage)]; }
    const std::vector<Message>& messages() const { return m_messages; } ///< all of them, the oldest first

signals:
    void projectReplaced();
    void sourceChanged();   ///< another table, or the same read in another way
    void dataChanged();     ///< source, choices or dataset
    void checksChanged();   ///< checks, or whether they are current
    void networkChanged();  ///< design, or its inputs and outputs
    void trainChanged();    ///< settings or the trained network
    void compressChanged(); ///< variants
    void variantChosen();
    void deviceChanged(); ///< board, or what was done with it
    void stagesChanged(); ///< after each of the above
    void problemChanged(Stage stage);
    void fileChanged(); ///< path or whether it is modified

private:
    void announceAll();

    Project m_project;
    std::string m_chosenVariant;
    QUndoStack m_history;
    QString m_filePath;
    std::optional<FileStamp> m_fileStamp;
    bool m_resultsUnsaved = false;
    std::uint64_t m_revision = 0;
    std::shared_ptr<const Dataset> m_dataset;
    bool m_datasetIsCurrent = false;
    ChosenColumns m_columns;
    std::shared_ptr<const std::vector<DataCheck>> m_checks;
    bool m_checksAreCurrent = false;
    BoardSession m_board;
    std::array<std::optional<Message>, 6> m_problems;
    bool m_problemIsOfDataset = false; ///< the one of the stage of data
    std::vector<Message> m_messages;
};

}
