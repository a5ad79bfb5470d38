#include "ui/widgets/group_style.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/plot_style.h"

#include <QCoreApplication>

namespace broto::ui {

namespace {

constexpr std::size_t colourCount = 6;

/// From pale to strong: a greater value has more ink.
QColor quarterColour(std::size_t quarter, const Colours& colours)
{
    const double share = 0.25 + 0.25 * static_cast<double>(quarter);
    const auto mix = [share](int ink, int ground) { return static_cast<int>(ground + share * (ink - ground)); };
    const QColor ink = colours.surface.lightness() < 128 ? QColor(0x56B4E9) : QColor(0x00507D);
    return {mix(ink.red(), colours.surface.red()), mix(ink.green(), colours.surface.green()),
            mix(ink.blue(), colours.surface.blue())};
}

QString partName(std::size_t part)
{
    switch (part) {
    case 0:
        return QCoreApplication::translate("Groups", "Training");
    case 1:
        return QCoreApplication::translate("Groups", "Validation");
    case 2:
        return QCoreApplication::translate("Groups", "Test");
    default:
        return QCoreApplication::translate("Groups", "not used");
    }
}

}

QColor groupColour(const RowGroups& groups, std::size_t group, const Colours& colours)
{
    if (group >= groups.count || (groups.by == RowGroups::By::Class && group >= groups.classes.size()))
        return colours.muted;
    if (groups.by == RowGroups::By::Quarter)
        return quarterColour(group, colours);
    return seriesInk(static_cast<int>(group), colours);
}

QBrush groupBrush(const RowGroups& groups, std::size_t group, const Colours& colours)
{
    const bool hatched = groups.by == RowGroups::By::Class && group >= colourCount && group < groups.classes.size();
    return {groupColour(groups, group, colours), hatched ? Qt::Dense3Pattern : Qt::SolidPattern};
}

QString groupName(const RowGroups& groups, std::size_t group)
{
    switch (groups.by) {
    case RowGroups::By::Nothing:
        return {};
    case RowGroups::By::Part:
        return partName(group);
    case RowGroups::By::Class:
        if (group < groups.classes.size())
            return QString::fromStdString(groups.classes[group]);
        return group < groups.count ? QCoreApplication::translate("Groups", "other classes")
                                    : QCoreApplication::translate("Groups", "no class");
    case RowGroups::By::Quarter:
        if (group < groups.count)
            return QCoreApplication::translate("Groups", "%1 to %2")
                .arg(valueText(groups.borders[group]), valueText(groups.borders[group + 1]));
        return QCoreApplication::translate("Groups", "no value");
    }
    return {};
}

}
