// Random networks of any size in every form on every machine: the same integers on many rows, floats within one part in
// a hundred thousand. A few of them by default; 50 networks of each form and 1,000 rows of each network, which takes
// more than an hour, or those of the machines whose names hold a word:
//
//     BROTO_EVERY_NETWORK=1 QTEST_FUNCTION_TIMEOUT=36000000 build/dev/tests/tst_exported_networks_run
//     BROTO_EVERY_NETWORK=Cortex-M4 build/dev/tests/tst_exported_networks_run

#include "answer_lines.h"
#include "network_programs.h"

#include <QtTest>

#include <map>

using namespace broto;

namespace {

const QString every = qEnvironmentVariable("BROTO_EVERY_NETWORK");

int rowCount()
{
    return every.isEmpty() ? 64 : 1000;
}

bool isWanted(const Machine& machine)
{
    return every.isEmpty() || every == u"1" || QString::fromStdString(machine.name).contains(every);
}

/// By default one, another on each machine.
std::vector<std::uint64_t> seedsOf(std::size_t machine, Form form)
{
    constexpr std::size_t networks = 50, sampled = 8;
    if (!every.isEmpty())
        return seedsThatFit(form, machines()[machine], networks);
    const std::size_t turn = 3 * machine + static_cast<std::size_t>(form);
    return {seedsThatFit(form, machines()[machine], sampled)[turn % sampled]};
}

}

class TestExportedNetworksRun : public QObject {
    Q_OBJECT

private slots:
    void withTheAnswersOfTheWorkbench_data();
    void withTheAnswersOfTheWorkbench();
    void cleanupTestCase();

private:
    std::map<std::string, int> m_compared; ///< networks that gave the right answers
};

void TestExportedNetworksRun::withTheAnswersOfTheWorkbench_data()
{
    QTest::addColumn<std::size_t>("machine");
    QTest::addColumn<Form>("form");
    QTest::addColumn<std::uint64_t>("seed");
    int rows = 0;
    for (std::size_t m = 0; m < machines().size(); ++m)
        for (const Form form : formsFor(machines()[m]))
            for (const std::uint64_t seed : isWanted(machines()[m]) ? seedsOf(m, form) : std::vector<std::uint64_t>{}) {
                QTest::addRow("%s: %s, network %d", machines()[m].name.c_str(), formName(form).data(),
                              static_cast<int>(seed))
                    << m << form << seed;
                ++rows;
            }
    if (rows == 0)
        QFAIL(qPrintable(QStringLiteral("no machine has “%1” in its name").arg(every)));
}

void TestExportedNetworksRun::withTheAnswersOfTheWorkbench()
{
    QFETCH(std::size_t, machine);
    QFETCH(Form, form);
    QFETCH(std::uint64_t, seed);
    const Machine& computer = machines()[machine];
    if (const QString why = missing(computer); !why.isEmpty())
        QSKIP(qPrintable(why));
    const DeployableModel model = networkOf(form, seed);
    QVERIFY(!problemWith(model));
    const Said said = answersOf(form, model, rowCount(), computer);
    QVERIFY2(said.complaint.isEmpty(), qPrintable(said.complaint));
    const QString difference = firstDifference(said.lines, expectedOf(form, model, rowCount()), isFloat(form));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    ++m_compared[computer.name + ", " + std::string(formName(form))];
}

void TestExportedNetworksRun::cleanupTestCase()
{
    for (const auto& [name, networks] : m_compared)
        qInfo("%s: %d networks, %d rows", name.c_str(), networks, networks * rowCount());
}

QTEST_APPLESS_MAIN(TestExportedNetworksRun)
#include "tst_exported_networks_run.moc"
