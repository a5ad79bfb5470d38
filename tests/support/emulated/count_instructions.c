/* A QEMU plug-in that counts the instructions a Cortex-M executes between MOV r11,r11 and MOV r12,r12, which no compiler
   writes, and prints "counted" and the number for each time. Debian ships no header of the plug-in interface, so the few
   functions of it are declared here. */

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef uint64_t qemu_plugin_id_t;
struct qemu_plugin_tb;
struct qemu_plugin_insn;
extern void qemu_plugin_register_vcpu_tb_trans_cb(qemu_plugin_id_t id,
                                                  void (*translated)(qemu_plugin_id_t, struct qemu_plugin_tb*));
extern size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb* block);
extern struct qemu_plugin_insn* qemu_plugin_tb_get_insn(const struct qemu_plugin_tb* block, size_t place);
extern const void* qemu_plugin_insn_data(const struct qemu_plugin_insn* instruction);
extern void qemu_plugin_register_vcpu_insn_exec_cb(struct qemu_plugin_insn* instruction,
                                                   void (*executed)(unsigned, void*), int flags, void* data);

#define VISIBLE __attribute__((visibility("default")))
VISIBLE int qemu_plugin_version = 1;

enum { beginMark = 0x46db, endMark = 0x46e4 };

static uint64_t count;
static int counting;

static void begin(unsigned processor, void* data)
{
    (void)processor;
    (void)data;
    count = 0;
    counting = 1;
}

static void end(unsigned processor, void* data)
{
    (void)processor;
    (void)data;
    counting = 0;
    printf("counted %llu\n", (unsigned long long)count);
    fflush(stdout);
}

static void executed(unsigned processor, void* data)
{
    (void)processor;
    (void)data;
    count += (uint64_t)counting;
}

static void translated(qemu_plugin_id_t id, struct qemu_plugin_tb* block)
{
    (void)id;
    const size_t all = qemu_plugin_tb_n_insns(block);
    for (size_t i = 0; i < all; ++i) {
        struct qemu_plugin_insn* instruction = qemu_plugin_tb_get_insn(block, i);
        const uint8_t* bytes = qemu_plugin_insn_data(instruction);
        const int word = bytes[0] | bytes[1] << 8;
        qemu_plugin_register_vcpu_insn_exec_cb(
            instruction, word == beginMark ? begin : word == endMark ? end : executed, 0, NULL);
    }
}

VISIBLE int qemu_plugin_install(qemu_plugin_id_t id, const void* machine, int count_of_arguments, char** arguments)
{
    (void)machine;
    (void)count_of_arguments;
    (void)arguments;
    qemu_plugin_register_vcpu_tb_trans_cb(id, translated);
    return 0;
}
