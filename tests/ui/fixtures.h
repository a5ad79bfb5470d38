#pragma once

#include "common/result.h"
#include "data/samples.h"
#include "project/workflow.h"
#include "ui/document/document.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

/// Projects for the tests of the window.
namespace broto::test {

/// English numbers and plurals, whatever the computer speaks. For tests with an application.
inline void speakEnglish()
{
    static QTranslator english;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    if (!english.load(QStringLiteral(":/i18n/broto_en.qm")))
        qFatal("the English plurals are missing");
    QCoreApplication::installTranslator(&english);
}

inline const Sample& sample(std::string_view id)
{
    return *std::ranges::find(samples(), id, &Sample::id);
}

inline Project irisProject()
{
    const Sample& iris = sample("iris");
    Result<Project> project = projectWithData(std::string(iris.fileName), std::string(iris.csv), iris.sidecar);
    Q_ASSERT(project);
    project->design.hidden = {{8, Activation::Relu}};
    project->training.epochs = 20;
    return *project;
}

inline Project trainedIris()
{
    const Project project = irisProject();
    const Result<Dataset> data = datasetOf(project);
    Q_ASSERT(data);
    Result<Project> result = trained(project, *data);
    Q_ASSERT(result);
    return *result;
}

inline Project projectOf(std::string csv, const ReadOptions& reading = {})
{
    Result<Project> project = projectWithData("readings.csv", std::move(csv), {}, reading);
    Q_ASSERT(project);
    return *project;
}

/// 60 readings as an air-quality logger in Brazil writes them: semicolons, decimal commas, a sensor that writes -200
/// where it could not measure, gaps, and somebody's name in every row.
inline std::string loggerCsv()
{
    std::string csv = "co (mg/m³);temp;room;person;state\n";
    for (int i = 0; i < 60; ++i) {
        csv += (i % 12 == 5 ? "-200" : std::to_string(2 + (i * 7) % 23) + "," + std::to_string(i % 10)) + ";";
        csv += (i % 15 == 3 ? "" : std::to_string(15 + (i * 11) % 17) + "," + std::to_string((i * 3) % 10)) + ";";
        csv += std::string(i % 3 ? "kitchen" : "hall") + ";" + (i % 4 < 2 ? "Ana" : i % 4 == 2 ? "Bia" : "Caio") + ";";
        csv += std::string((i * 7) % 5 < 2 ? "bad" : "good") + "\n";
    }
    return csv;
}

}
