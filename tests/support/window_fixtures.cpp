#include "support/window_fixtures.h"

#include "common/number_text.h"
#include "data/table_reader.h"
#include "support/emulated/made_up_readings.h"

#include <cstdio>
#include <cstdlib>

namespace broto {

Dataset windowDataset(const WindowChoices& windows, bool missing)
{
    constexpr int rows = 4000;
    MadeUpReadings readings;
    std::string csv = "a (g),b,kind\n";
    for (int row = 0; row < rows; ++row) {
        float reading[2];
        readings.next(reading, 2);
        const bool lacks = missing && row % 97 == 5;
        csv += (lacks ? std::string() : shortest(reading[0])) + ',' + shortest(reading[1]) + ',' +
               (row / 50 % 3 ? "calm" : "wild") + '\n';
    }
    const Result<Table> table = readTable(csv);
    DataChoices choices = proposeChoices(*table);
    choices.columns[0].role = choices.columns[1].role = Role::Feature;
    choices.columns[2].role = Role::Target;
    if (missing)
        choices.columns[0].missing = MissingPolicy::Mean;
    choices.windows = windows;
    Result<Dataset> data = makeDataset(*table, choices);
    if (!data) {
        std::fputs(inEnglish(data.error()).c_str(), stderr);
        std::abort();
    }
    return *std::move(data);
}

Dataset windowDataset(bool missing)
{
    WindowChoices windows;
    windows.length = {32};
    windows.stride = {16};
    windows.features = allWindowFeatures();
    windows.bands = equalBands(2, 0);
    return windowDataset(windows, missing);
}

}
