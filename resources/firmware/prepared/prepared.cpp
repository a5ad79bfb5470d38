// The same for boards without any operating system or library of a maker: BROTO_MACHINE says which.

#include "prepared_room.h"

#include "board_server.h"
#include "model_image.h"

#include BROTO_MACHINE
#include "bare_metal_io.h"

struct Flash {
    enum { mostFeatures = BROTO_FEATURES, mostInputs = BROTO_ACTIVATIONS_ROOM, mostOutputs = BROTO_OUTPUTS };
    static const uint8_t* image() { return reinterpret_cast<const uint8_t*>(BROTO_IMAGE); }
};
typedef broto::runtime::ImageModel<Flash> Model;
typedef broto::BareMetalIo<broto::Machine> Io;

static const char noModel[] BROTO_FLASH = "There is no model on this board: let Broto put one there.\r\n";

int main()
{
    static Io io(Model::isThere() ? Model::boardName() : noModel);
    static broto::runtime::BoardServer<Model, Io> server(io);
    io.begin();
    if (Model::isThere())
        server.begin();
    else
        broto::runtime::printText(io, noModel);
    while (Model::isThere())
        server.poll();
    for (;;)
        broto::Machine::sleep();
}
