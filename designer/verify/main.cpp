// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/verify.h"

#include <iostream>
#include <vector>

int main(int count, char** values) {
    const std::vector<std::string> arguments(values + 1, values + count);
    return riser::verify::run(arguments, std::cout, std::cerr);
}
