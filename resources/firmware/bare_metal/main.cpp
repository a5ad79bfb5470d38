// @MODEL@ on an @BOARD@, made by Broto @VERSION@, without any operating system or library of a maker.
//
// To use the model in a program of your own, @MODEL@.h is all you need: its first lines say how.

#include "@MODEL@.h"

#include "board_server.h"

#include "@MACHINE@"
#include "bare_metal_io.h"

static const char boardName[] BROTO_FLASH = "@BOARD@";

int main()
{
    static broto::BareMetalIo<broto::Machine> io(boardName);
    static broto::runtime::BoardServer<broto::@MODEL@::Model, broto::BareMetalIo<broto::Machine>> server(io);
    io.begin();
    server.begin();
    for (;;)
        server.poll();
}
