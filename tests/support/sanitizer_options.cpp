// SPDX-License-Identifier: GPL-3.0-or-later
// What the sanitizers ask a program of before it runs, so that a test under them needs no environment. Without them
// nobody calls these.
extern "C" {
const char* __asan_default_options();
const char* __ubsan_default_options();
const char* __lsan_default_suppressions();

const char* __asan_default_options() { return "detect_stack_use_after_return=1:detect_leaks=1"; }
const char* __ubsan_default_options() {
    return "print_stacktrace=1:halt_on_error=1:suppressions=" RISER_SOURCE_DIR "/tests/support/undefined.supp";
}
// By library or function, and only of those that never call into this project: a name matches anywhere in a stack.
const char* __lsan_default_suppressions() {
    return "leak:libdbus-1.so\n"
           "leak:QSGTexture::QSGTexture\n"; // some pictures of menus, when the window closes: Qt 6.4.2, software
                                            // renderer
}
}
