using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Editing;

/// <summary>Gives each member without an id one: that of the old member of the same name and sort where there is one, else a new one.</summary>
internal sealed class MemberFill(Element? old, HashSet<MemberId> taken, IIdSource ids) : IMemberListEdit
{
    public ImmutableArray<T> Apply<T>(ImmutableArray<T> list) where T : Member
    {
        if (list.All(m => !m.Id.IsEmpty))
            return list;
        var known = new Dictionary<string, MemberId>(StringComparer.Ordinal);
        foreach (var member in old?.Members.OfType<T>() ?? [])
            known.TryAdd(member.Name, member.Id);
        return [.. list.Select(m => m.Id.IsEmpty ? m with { Id = IdFor(m.Name, known) } : m)];
    }

    internal LinkEnd Apply(LinkEnd end, LinkEnd? before) =>
        end.Id.IsEmpty ? end with { Id = before is null ? New() : before.Id } : end;

    private MemberId IdFor(string name, Dictionary<string, MemberId> known) =>
        known.TryGetValue(name, out var id) && taken.Add(id) ? id : New();

    private MemberId New()
    {
        var id = ids.NextMember();
        while (!taken.Add(id))
            id = ids.NextMember();
        return id;
    }
}
