// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/riser.h"

#include <csignal>
#include <iostream>
#include <thread>
#include <unistd.h>
#include <vector>

int main(int count, char** values) {
    // Interrupts are waited for by a thread of their own, so that asking work to stop is no signal handler's business.
    sigset_t interrupts;
    sigemptyset(&interrupts);
    sigaddset(&interrupts, SIGINT);
    sigaddset(&interrupts, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &interrupts, nullptr);
    std::stop_source stop;
    std::thread([&interrupts, stop]() mutable {
        int signal = 0;
        sigwait(&interrupts, &signal);
        stop.request_stop();
        // A second one means it.
        sigwait(&interrupts, &signal);
        _exit(128 + signal);
    }).detach();

    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(values + 1, values + count);
    const auto terminal = isatty(STDERR_FILENO) ? riser::Terminal::yes : riser::Terminal::no;
    const int status = riser::run_riser(arguments, std::cout, std::cerr, terminal, stop.get_token());
    std::cout.flush();
    return status;
}
