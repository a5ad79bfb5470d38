#include "project/stage.h"

#include "example_project.h"

#include <QtTest>
#include <functional>

using namespace broto;

class TestStage : public QObject {
    Q_OBJECT

private slots:
    void statesFollowTheProject_data();
    void statesFollowTheProject();
    void whatIsEmptyOrStaleSaysWhy();
    void undoneChangeIsNotStale();
};

namespace {

/// One letter a stage: Empty, Ready, Stale, Done.
QString statesOf(const Project& project)
{
    QString letters;
    for (const Stage stage : {Stage::Data, Stage::Network, Stage::Train, Stage::Compress, Stage::Export, Stage::Device})
        letters += QStringLiteral("ERSD").at(static_cast<int>(stateOf(stage, project)));
    return letters;
}

Project changed(Project project, const std::function<void(Project&)>& change)
{
    change(project);
    return project;
}

}

Q_DECLARE_METATYPE(broto::Project)

void TestStage::statesFollowTheProject_data()
{
    QTest::addColumn<Project>("project");
    QTest::addColumn<QString>("states");
    const Project fruit = fruitProject();
    const Project trained = trainedFruitProject();
    const auto row = [](const char* name, const Project& project, const char* states) {
        QTest::newRow(name) << project << QString::fromUtf8(states);
    };
    row("nothing yet", Project(), "EEEEEE");
    row("a table", fruit, "DRREEE");
    row("no target", changed(fruit, [](Project& p) { p.data.columns[3].role = Role::Ignore; }), "REEEEE");
    row("no feature", changed(fruit, [](Project& p) { p.data.columns.assign(4, {Role::Target}); }), "REEEEE");
    row("trained", trained, "DDDDRR");
    row("not yet compressed", changed(trained, [](Project& p) { p.variants.resize(1); }), "DDDRRR");
    row("other roles", changed(trained, [](Project& p) { p.data.columns[0].role = Role::Ignore; }), "DDSSSS");
    row("other split", changed(trained, [](Project& p) { p.data.split.seed = 2; }), "DDSSSS");
    row("other scaling", changed(trained, [](Project& p) { p.data.scaling = Scaling::None; }), "DDSSSS");
    row("other design", changed(trained, [](Project& p) { p.design.hidden[0].units = 5; }), "DRSSSS");
    row("other activation", changed(trained, [](Project& p) { p.design.hidden[1].activation = Activation::Sigmoid; }),
        "DRSSSS");
    row("other dropout", changed(trained, [](Project& p) { p.design.hidden[0].dropout = 0.1; }), "DRSSSS");
    row("other loss", changed(trained, [](Project& p) { p.training.loss = Loss::CrossEntropy; }), "DDSSSS");
    row("other settings", changed(trained, [](Project& p) { p.training.epochs = 4; }), "DDSSSS");
    row("other board", changed(trained, [](Project& p) { p.board = "nano"; }), "DDDDRR");
    row("other table", changed(trained, [](Project& p) { p.source = trainedLineProject().source; }), "DDSSSS");
    row("target taken away", changed(trained, [](Project& p) { p.data.columns[3].role = Role::Ignore; }), "REESSS");
}

void TestStage::statesFollowTheProject()
{
    QFETCH(Project, project);
    QFETCH(QString, states);
    QCOMPARE(statesOf(project), states);
}

void TestStage::whatIsEmptyOrStaleSaysWhy()
{
    const Project trained = trainedFruitProject();
    QCOMPARE(reasonFor(Stage::Train, Project())->id, std::string_view("project.no-data"));
    QCOMPARE(reasonFor(Stage::Compress, fruitProject())->id, std::string_view("project.not-trained"));
    QCOMPARE(reasonFor(Stage::Export, fruitProject())->id, std::string_view("project.no-variant"));
    QVERIFY(!reasonFor(Stage::Train, trained));
    QVERIFY(!reasonFor(Stage::Export, trained));
    const auto why = [&](const std::function<void(Project&)>& change) {
        return reasonFor(Stage::Train, changed(trained, change))->id;
    };
    QCOMPARE(why([](Project& p) { p.data.split.test = 20; }), std::string_view("project.stale-data"));
    QCOMPARE(why([](Project& p) { p.design.hidden.clear(); }), std::string_view("project.stale-design"));
    QCOMPARE(why([](Project& p) { p.training.seed = 9; }), std::string_view("project.stale-settings"));
    QCOMPARE(why([](Project& p) { p.data.columns[3].role = Role::Ignore; }), std::string_view("project.no-target"));
}

void TestStage::undoneChangeIsNotStale()
{
    Project project = trainedFruitProject();
    const NetworkDesign before = project.design;
    project.design.hidden.clear();
    QVERIFY(stateOf(Stage::Train, project) == StageState::Stale);
    project.design = before;
    QVERIFY(stateOf(Stage::Train, project) == StageState::Done);
}

QTEST_APPLESS_MAIN(TestStage)
#include "tst_stage.moc"
