#pragma once

#include "session.h"

namespace CLI {
class App;
}

namespace broto {

/// Every command in a file of its own: each adds itself, its options, and what it does to the session's action.
void addBoards(CLI::App& app, Session& session);
void addBuild(CLI::App& app, Session& session);
void addCapture(CLI::App& app, Session& session);
void addCheck(CLI::App& app, Session& session);
void addCompare(CLI::App& app, Session& session);
void addCompress(CLI::App& app, Session& session);
void addDemo(CLI::App& app, Session& session);
void addExport(CLI::App& app, Session& session);
void addFlash(CLI::App& app, Session& session);
void addImport(CLI::App& app, Session& session);
void addInspect(CLI::App& app, Session& session);
void addMonitor(CLI::App& app, Session& session);
void addPorts(CLI::App& app, Session& session);
void addPredict(CLI::App& app, Session& session);
void addReport(CLI::App& app, Session& session);
void addResume(CLI::App& app, Session& session);
void addRuns(CLI::App& app, Session& session);
void addSense(CLI::App& app, Session& session);
void addTrain(CLI::App& app, Session& session);
void addVerify(CLI::App& app, Session& session);

inline void addCommands(CLI::App& app, Session& session)
{
    for (const auto add : {addInspect, addTrain,  addResume, addRuns,    addVerify,  addCompress, addCompare,
                           addPredict, addExport, addImport, addBoards,  addPorts,   addBuild,    addFlash,
                           addCheck,   addReport, addSense,  addMonitor, addCapture, addDemo})
        add(app, session);
}

}
