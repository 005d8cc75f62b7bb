// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/proof/kept_laws.h"

#include "solvers/checks/subjects.h"
#include "solvers/proof/law_readers.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

struct LawWords {
    std::string_view key;
    Text kept;
    Text broken;
};
const LawWords& words_of(Law law) {
    static const std::array<LawWords, 11> words{{
        {"numbers",
         {"{plane}的 VLAN 编号各不相同，不占他方号段", "VLAN numbers on {plane} are given once, of each body's range"},
         {"{plane}的 VLAN 编号重复、缺失或占用他方号段",
          "VLAN numbers on {plane} are doubled, missing or of another's range"}},
        {"addresses",
         {"{plane}的网段互不重叠，均在给定地址池内", "prefixes on {plane} do not overlap, and lie in their pools"},
         {"{plane}的网段重叠或不在给定地址池内", "prefixes on {plane} overlap, or lie outside their pools"}},
        {"gateways",
         {"{plane}的网关地址唯一，在其网段内", "gateway addresses on {plane} are given once, in their prefixes"},
         {"{plane}的网关地址重复、越界或缺少冗余", "gateways on {plane} share addresses, are out of place or alone"}},
        {"scopes",
         {"{plane}的 DHCP 地址范围均在其网段内，互不重叠，不含网关地址",
          "DHCP scopes on {plane} lie in their prefixes, apart from each other and from gateways"},
         {"{plane}的 DHCP 地址范围越界、重叠，或服务器不明",
          "DHCP scopes on {plane} are out of place, overlap, or name an unknown server"}},
        {"grades",
         {"{plane}的安全域定级不低于其中系统", "zones on {plane} are graded at least as their systems"},
         {"{plane}有安全域定级低于其中系统", "a zone on {plane} is graded below its systems"}},
        {"policies",
         {"{plane}没有策略使两套班子的终端直接互访", "no policy on {plane} lets desks of two bodies meet"},
         {"{plane}有策略放行了须隔离的区域", "a policy on {plane} permits what must stay apart"}},
        {"guards",
         {"{plane}的放行策略均有执行设备", "each policy that permits on {plane} has devices that enforce it"},
         {"{plane}有放行策略缺少执行设备", "a policy that permits on {plane} lacks a device that enforces it"}},
        {"exits",
         {"{plane}的外部线路只到边界设备，出口地址经转换",
          "providers of {plane} come to borders alone, and what leaves is translated"},
         {"{plane}的外部线路越过边界设备，或出口未经转换",
          "a provider of {plane} comes past its borders, or what leaves is not translated"}},
        {"wireless",
         {"{plane}的无线网络不进入有线终端的 VLAN",
          "no wireless network of {plane} opens into a VLAN with wired jacks"},
         {"{plane}有无线网络进入有线终端的 VLAN", "a wireless network of {plane} opens into a VLAN with wired jacks"}},
        {"jacks",
         {"{plane}的信息点均在所属安全域的 VLAN", "jacks of {plane} hear VLANs of their own zones alone"},
         {"{plane}有信息点在其他安全域的 VLAN", "a jack of {plane} hears a VLAN of another zone"}},
        {"ways",
         {"{plane}没有绕过串接设备的链路", "nothing passes by what stands in the line to firewalls of {plane}"},
         {"{plane}有链路绕过防火墙前的串接设备", "a link passes by what stands in the line to a firewall of {plane}"}},
    }};
    return words[static_cast<std::size_t>(law)];
}

template<class Value> void order(std::vector<Value>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace

std::string_view key_of(Law law) { return words_of(law).key; }

std::string LawFact::token() const {
    std::string out;
    for (const AnyId row : rows)
        out += (out.empty() ? "" : ",") + to_string(row);
    return value.empty() ? out : out + "," + value;
}

KeptLaws KeptLaws::compute(FactInput& input) {
    KeptLaws out;
    for (const Plane& plane : input.table<Plane>()) {
        if (plane.disclosure == Disclosure::secret)
            continue;
        std::vector<KeptLaw> laws{detail::numbers_of(input, plane.id),  detail::addresses_of(input, plane.id),
                                  detail::gateways_of(input, plane.id), detail::scopes_of(input, plane.id),
                                  detail::grades_of(input, plane.id),   detail::policies_of(input, plane.id),
                                  detail::guards_of(input, plane.id),   detail::exits_of(input, plane.id),
                                  detail::wireless_of(input, plane.id), detail::jacks_of(input, plane.id),
                                  detail::ways_of(input, plane.id)};
        for (KeptLaw& law : laws) {
            if (law.facts.empty())
                continue;
            std::sort(law.facts.begin(), law.facts.end(),
                      [](const LawFact& a, const LawFact& b) { return a.token() < b.token(); });
            law.facts.erase(std::unique(law.facts.begin(), law.facts.end()), law.facts.end());
            order(law.broken_by);
            const LawWords& words = words_of(law.law);
            out.sentences.push_back(
                fill(law.holds() ? words.kept : words.broken, {{"plane", subject_name(input, plane.id)}}));
            out.laws.push_back(std::move(law));
        }
    }
    return out;
}

} // namespace riser
