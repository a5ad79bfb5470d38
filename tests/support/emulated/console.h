#pragma once

// A line of text out of a program, and its end, on every machine the exported header is tried on: a desktop, an
// ATmega328P under simavr, Arm and RISC-V cores under QEMU with semihosting.

/// Writes a text that ends in a zero.
void writeText(const char* text);

/// Ends the program, and the machine that it runs on.
void finish();
