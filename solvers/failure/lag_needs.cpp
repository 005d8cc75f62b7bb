// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/failure/lag_needs.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace riser {

LagNeeds::LagNeeds(NeedBuilder& needs, const std::map<LagId, std::int32_t>& least, std::vector<JoinedPorts>& joined)
    : needs_(needs), least_(least), joined_(joined) {
    std::vector<std::uint32_t> top(joined.size());
    std::iota(top.begin(), top.end(), 0U);
    const auto root = [&](std::uint32_t i) {
        while (top[i] != i)
            i = top[i] = top[top[i]];
        return i;
    };
    std::map<LagId, std::uint32_t> first;
    for (std::uint32_t i = 0; i < joined.size(); ++i)
        for (const LagId lag : lags_of(joined[i])) {
            const auto [at, fresh] = first.try_emplace(lag, i);
            if (!fresh)
                top[root(i)] = root(at->second);
        }
    std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < joined.size(); ++i)
        if (!lags_of(joined[i]).empty())
            groups[root(i)].push_back(i);
    for (const auto& [r, rows] : groups)
        settle(rows);
}

std::vector<LagId> LagNeeds::lags_of(const JoinedPorts& row) const {
    std::vector<LagId> out;
    for (const Port* port : row.ports)
        if (port && port->lag && least_.contains(*port->lag))
            out.push_back(*port->lag);
    return out;
}

NeedIndex LagNeeds::with_lags(const JoinedPorts& row, const std::map<LagId, NeedIndex>& up) {
    NeedParts parts{.elements = {}, .needs = {row.need}};
    for (const LagId lag : lags_of(row))
        if (const auto at = up.find(lag); at != up.end())
            parts.needs.push_back(at->second);
    return needs_.all(std::move(parts));
}

void LagNeeds::settle(std::span<const std::uint32_t> rows) {
    std::set<LagId> lags;
    for (const std::uint32_t i : rows)
        for (const LagId lag : lags_of(joined_[i]))
            lags.insert(lag);
    std::map<LagId, NeedIndex> up; // as far as seen; nothing yet: all are
    for (std::size_t round = 0; round < lags.size(); ++round) {
        std::map<LagId, std::map<PortId, std::vector<NeedIndex>>> ports;
        for (const std::uint32_t i : rows)
            for (const Port* port : joined_[i].ports)
                if (port && port->lag && lags.contains(*port->lag))
                    ports[*port->lag][port->id].push_back(with_lags(joined_[i], up));
        std::map<LagId, NeedIndex> next;
        for (auto& [lag, by_port] : ports) {
            std::vector<NeedIndex> live;
            for (auto& [port, needs] : by_port)
                live.push_back(needs_.any(std::move(needs)));
            next[lag] = needs_.at_least(static_cast<std::size_t>(least_.at(lag)), live);
        }
        up = std::move(next);
    }
    std::vector<NeedIndex> out;
    for (const std::uint32_t i : rows)
        out.push_back(with_lags(joined_[i], up));
    for (std::size_t k = 0; k < rows.size(); ++k)
        joined_[rows[k]].need = out[k];
}

} // namespace riser
