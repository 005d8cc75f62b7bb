// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/reach_words.h"

#include "designer/session/words.h"
#include "solvers/forwarding/reach_matrix.h"

#include <QStringList>

namespace riser {

QString vlan_words(const Design& design, VlanId id) {
    const Vlan* vlan = design.find(id);
    if (!vlan)
        return {};
    const QString number = vlan->number ? QString::number(vlan->number->number()) : QString();
    return (number + QLatin1Char(' ') + words(vlan->name)).trimmed();
}

QString side_words(const Design& design, const ReachSide& side, Language language) {
    const Zone* zone = design.find(side.zone);
    QStringList bodies;
    for (const BodyId id : side.bodies)
        if (const Body* body = design.find(id))
            bodies << words(body->name, language);
    const QString name = zone ? zone_name(*zone, language) : QString();
    const QString join = language == Language::zh ? QStringLiteral("、") : QStringLiteral(", ");
    return bodies.isEmpty() ? name : name + QStringLiteral(" · ") + bodies.join(join);
}

QString target_words(const Design& design, AnyId target, Language language) {
    if (target.kind == Kind::zones) {
        const Zone* zone = design.find(ZoneId{target.value});
        return zone ? zone_name(*zone, language) : QString();
    }
    const Service* service = design.find(ServiceId{target.value});
    if (!service)
        return {};
    return service->name.empty() ? words(service->code) : words(service->name, language);
}

QString verdict_words(const ReachCell& cell, Language language) {
    const auto said = [&](const Text& sentence, int part) {
        const auto number = [](int n) { return same_text(std::to_string(n)); };
        return words(fill(sentence, {{"n", number(part)}, {"all", number(cell.pairs)}}), language);
    };
    switch (cell.state) {
    case ReachVerdict::nothing_to_ask:
        return said(
            {"无可询问：没有接入的 VLAN、地址或主机", "Nothing to ask: no VLAN on a live port, no address or host"}, 0);
    case ReachVerdict::apart:
        return cell.must_not ? said({"必须隔离，已隔离：{all} 对 VLAN 均不通",
                                     "Must stay apart, and does: nothing comes through between {all} pairs of VLANs"},
                                    0)
                             : said({"隔离：{all} 对 VLAN 均不通", "Apart: nothing comes through of {all} pairs"}, 0);
    case ReachVerdict::reached:
        return cell.must ? said({"必须可达，均可达：{n}/{all}", "Must be reached, and is: {n} of {all}"}, cell.whole)
                         : said({"可达：{n}/{all} 对 VLAN", "Reached: {n} of {all} pairs of VLANs"}, cell.reached);
    case ReachVerdict::missing:
        return said({"必须可达而未达（含单点故障）：完整可达 {n}/{all}",
                     "Must be reached and is not, single failures included: {n} of {all} are whole"},
                    cell.whole);
    case ReachVerdict::forbidden:
        return said({"必须隔离而可达：{n}/{all} 对 VLAN", "Must stay apart and does not: {n} of {all} pairs"},
                    cell.reached);
    }
    return {};
}

} // namespace riser
