// The program that runs any integer model: the model lies in flash at BROTO_IMAGE, as data (core/runtime/model_image.h).
// Built with Broto itself, so that a computer without a compiler can put a model on a board.

#include <Arduino.h>

#include "board_server.h"
#include "model_image.h"

#include "arduino_io.h"
#include "prepared_room.h"

struct Flash {
    enum { mostFeatures = BROTO_FEATURES, mostInputs = BROTO_ACTIVATIONS_ROOM, mostOutputs = BROTO_OUTPUTS };
    static const uint8_t* image() { return reinterpret_cast<const uint8_t*>(BROTO_IMAGE); }
};
typedef broto::runtime::ImageModel<Flash> Model;

static const char noModel[] BROTO_FLASH = "There is no model on this board: let Broto put one there.\r\n";

static broto::ArduinoIo io(Model::boardName());
static broto::runtime::BoardServer<Model, broto::ArduinoIo> server(io);

void setup()
{
    Serial.begin(115200);
    io.begin();
    if (Model::isThere())
        server.begin();
    else
        broto::runtime::printText(io, noModel);
}

void loop()
{
    if (Model::isThere())
        server.poll();
}
