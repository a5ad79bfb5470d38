/* Start-up of a bare Xtensa core, with functions called as on an ESP8266 (call0) or through register windows as on an
   ESP32: vectors, stack, zeroed memory, then main. The emulator has loaded initialised memory. Whatever the processor
   cannot do, an instruction that it does not know, ends the program with 128 and the cause. */

    .section .vectors, "ax"
    .align 4
vectors:
#ifdef __XTENSA_WINDOWED_ABI__
    /* Windows of 4, 8 and 12 registers that are saved where they are needed again, and fetched back. */
    .org 0x000
    s32e a0, a5, -16
    s32e a1, a5, -12
    s32e a2, a5, -8
    s32e a3, a5, -4
    rfwo
    .org 0x040
    l32e a0, a5, -16
    l32e a1, a5, -12
    l32e a2, a5, -8
    l32e a3, a5, -4
    rfwu
    .org 0x080
    s32e a0, a9, -16
    l32e a0, a1, -12
    s32e a1, a9, -12
    s32e a2, a9, -8
    s32e a3, a9, -4
    s32e a4, a0, -32
    s32e a5, a0, -28
    s32e a6, a0, -24
    s32e a7, a0, -20
    rfwo
    .org 0x0c0
    l32e a0, a9, -16
    l32e a1, a9, -12
    l32e a2, a9, -8
    l32e a7, a1, -12
    l32e a3, a9, -4
    l32e a4, a7, -32
    l32e a5, a7, -28
    l32e a6, a7, -24
    l32e a7, a7, -20
    rfwu
    .org 0x100
    s32e a0, a13, -16
    l32e a0, a1, -12
    s32e a1, a13, -12
    s32e a2, a13, -8
    s32e a3, a13, -4
    s32e a4, a0, -48
    s32e a5, a0, -44
    s32e a6, a0, -40
    s32e a7, a0, -36
    s32e a8, a0, -32
    s32e a9, a0, -28
    s32e a10, a0, -24
    s32e a11, a0, -20
    rfwo
    .org 0x140
    l32e a0, a13, -16
    l32e a1, a13, -12
    l32e a2, a13, -8
    l32e a11, a1, -12
    l32e a3, a13, -4
    l32e a4, a11, -48
    l32e a5, a11, -44
    l32e a6, a11, -40
    l32e a7, a11, -36
    l32e a8, a11, -32
    l32e a9, a11, -28
    l32e a10, a11, -24
    l32e a11, a11, -20
    rfwu
    .org 0x300 /* exceptions of the kernel and of the user */
    j stopOnFault
    .org 0x340
    j stopOnFault
    .org 0x3c0
#else
    .org 0x30 /* exceptions of the kernel, of the user, and two at once */
    j stopOnFault
    .org 0x50
    j stopOnFault
    .org 0x70
    j stopOnFault
#endif
    .align 4
stopOnFault:
    rsr.exccause a3
    addi a3, a3, 64
    addi a3, a3, 64
    movi a2, 1
    simcall
1:  j 1b

    .section .reset, "ax"
    .global resetProcessor
resetProcessor:
    j 1f
    .align 4
    .literal_position
1:  movi a0, startProgram
    jx a0

    .section .start, "ax"
    .align 4
    .literal_position
    .align 4
startProgram:
    movi a0, vectors
    wsr.vecbase a0
#ifdef __XTENSA_WINDOWED_ABI__
    movi a0, 0
    wsr.windowbase a0
    rsync
    movi a0, 1
    wsr.windowstart a0
    rsync
    movi a0, 0x40020 /* windows on, of the user, every interrupt */
#else
    movi a0, 0x20
#endif
    wsr.ps a0
    rsync
    movi a2, zeroBegin
    movi a3, zeroEnd
    movi a0, 0
2:  bgeu a2, a3, 3f
    s32i a0, a2, 0
    addi a2, a2, 4
    j 2b
3:  movi a1, stackTop
#ifdef __XTENSA_WINDOWED_ABI__
    mov a2, a1
    addmi a1, a1, -256 /* the windows of main's caller are saved below what its caller would have */
    addi a3, a1, -12
    s32i a2, a3, 0
    movi a4, main
    callx8 a4
#else
    movi a4, main
    callx0 a4
#endif
4:  j 4b
