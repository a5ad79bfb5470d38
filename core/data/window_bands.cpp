#include "data/window_bands.h"

#include <algorithm>

namespace broto {

std::vector<WindowBand> windowBands(const WindowPlan& plan, const Column* times)
{
    const auto timeOf = [times](std::size_t row) { return times ? times->numbers[row] : static_cast<double>(row + 1); };
    std::vector<WindowBand> bands;
    for (const PlannedWindow& window : plan.windows) {
        const auto length = static_cast<std::size_t>(plan.stream.length);
        const WindowBand band = {timeOf(window.firstRow), timeOf(window.firstRow + length - 1), window.label};
        if (band.from <= band.to)
            bands.push_back(band);
    }
    std::ranges::stable_sort(bands, {}, &WindowBand::from);
    return bands;
}

}
