// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/service_check.h"

#include <algorithm>

namespace riser::location {

namespace {

constexpr std::int64_t most_total = std::int64_t{1} << 50;

Error bad(const Text& message) { return {.code = ErrorCode::bad_input, .message = message, .fix = {}, .where = {}}; }

} // namespace

Result<void> check(const ServiceTable& service, std::uint32_t open) {
    if (service.length.size() != std::size_t{service.clients} * service.candidates)
        return bad({"长度表的大小与客户数、候选数不符", "the table of lengths has not a length for each pair"});
    if (open == 0 || open > service.candidates)
        return bad(
            {"要开设的数目须在 1 与候选数之间", "the number to open must be between 1 and the number of candidates"});
    std::int64_t total = 0;
    for (std::size_t i = 0; i < service.clients; ++i) {
        std::int64_t longest = 0;
        for (std::size_t j = 0; j < service.candidates; ++j) {
            const std::int64_t length = service.length[i * service.candidates + j];
            if (length < 0)
                return bad({"长度为负", "a length is negative"});
            if (length != no_service)
                longest = std::max(longest, length);
        }
        if (longest > most_total || (total += longest) > most_total)
            return bad({"长度过大", "the lengths are too large"});
    }
    return {};
}

std::vector<ClientIndex> clients_without_candidate(const ServiceTable& service) {
    std::vector<ClientIndex> out;
    for (std::size_t i = 0; i < service.clients; ++i) {
        const auto first = service.length.begin() + static_cast<std::ptrdiff_t>(i * service.candidates);
        if (std::all_of(first, first + service.candidates, [](std::int64_t length) { return length == no_service; }))
            out.push_back(static_cast<ClientIndex>(i));
    }
    return out;
}

} // namespace riser::location
