/* Start-up of an Xtensa core that calls functions as an ESP8266 does (call0): vectors at the first byte of flash, where
   a reset begins, too; then stack, initialised and zeroed memory, and main. */

    .section .vectors, "ax"
    .align 4
    .global startProgram
startProgram:
vectors:
    j prepare
    .org 0x30 /* exceptions of the kernel, of the user, and two at once */
    j onException
    .org 0x50
    j onException
    .org 0x70
    j stop
    .align 4

    .section .start, "ax"
    .align 4
/* An interrupt only ends a wait: it is forbidden again. Nothing else is expected, so all else ends here. */
onException:
    wsr.excsave1 a2
    rsr.exccause a2
    bnei a2, 4, stop
    movi a2, 0
    wsr.intenable a2
    rsync
    rsr.excsave1 a2
    rfe

stop:
    waiti 15
    j stop

    .align 4
    .literal_position
prepare:
    movi a0, vectors
    wsr.vecbase a0
    movi a0, 0
    wsr.intenable a0
    movi a0, 0x20 /* of the user, every interrupt */
    wsr.ps a0
    rsync
    movi a1, stackTop
    movi a2, dataInFlash
    movi a3, dataBegin
    movi a4, dataEnd
1:  bgeu a3, a4, 2f
    l32i a5, a2, 0
    s32i a5, a3, 0
    addi a2, a2, 4
    addi a3, a3, 4
    j 1b
2:  movi a3, zeroBegin
    movi a4, zeroEnd
    movi a5, 0
3:  bgeu a3, a4, 4f
    s32i a5, a3, 0
    addi a3, a3, 4
    j 3b
4:  movi a0, main
    callx0 a0
    j stop
