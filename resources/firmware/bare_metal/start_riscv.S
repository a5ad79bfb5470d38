# Start-up of a RISC-V core: stack, initialised and zeroed memory, then main.

    .section .start, "ax"
    .globl startProgram
startProgram:
    la sp, stackTop
    la t0, dataInFlash
    la t1, dataBegin
    la t2, dataEnd
copy:
    bgeu t1, t2, clear
    lw t3, 0(t0)
    sw t3, 0(t1)
    addi t0, t0, 4
    addi t1, t1, 4
    j copy
clear:
    la t1, zeroBegin
    la t2, zeroEnd
next:
    bgeu t1, t2, run
    sw zero, 0(t1)
    addi t1, t1, 4
    j next
run:
    call main
stop:
    wfi
    j stop
