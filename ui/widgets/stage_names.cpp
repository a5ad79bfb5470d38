#include "ui/widgets/stage_names.h"

#include <QCoreApplication>

namespace broto::ui {

QString stageName(Stage stage)
{
    switch (stage) {
    case Stage::Data:
        return QCoreApplication::translate("Stages", "Data");
    case Stage::Network:
        return QCoreApplication::translate("Stages", "Network");
    case Stage::Train:
        return QCoreApplication::translate("Stages", "Train");
    case Stage::Compress:
        return QCoreApplication::translate("Stages", "Compress");
    case Stage::Export:
        return QCoreApplication::translate("Stages", "Export");
    case Stage::Device:
        return QCoreApplication::translate("Stages", "Device");
    }
    return {};
}

QString stageIcon(Stage stage)
{
    static constexpr const char* names[] = {"data", "network", "train", "compress", "export", "device"};
    return QString::fromLatin1(names[static_cast<std::size_t>(stage)]);
}

}
