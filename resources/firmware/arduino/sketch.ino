// @MODEL@ on an @BOARD@, made by Broto @VERSION@.
//
// Open this folder in the Arduino IDE and press Upload, or let Broto do it. Then open the serial monitor at 115200 baud
// and type ? to see what the model takes. The workbench talks to the same program when it checks the board.
//
// To use the model in a program of your own, @MODEL@.h is all you need: its first lines say how.

#include <Arduino.h>

#include "@MODEL@.h"

#include "board_server.h"

#include "arduino_io.h"
@SENSORS_HEADER@
static const char boardName[] BROTO_FLASH = "@BOARD@";
static broto::ArduinoIo io(boardName);
static broto::runtime::BoardServer<broto::@MODEL@::Model, broto::ArduinoIo@SENSORS@> server(io);

void setup()
{
    Serial.begin(115200);
    io.begin();
    server.begin();
}

void loop()
{
    server.poll();
}
