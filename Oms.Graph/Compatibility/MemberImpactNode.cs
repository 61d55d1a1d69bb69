using System.Collections.Immutable;
using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;
using Oms.Graph.Ontology;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>MemberImpact</c>.</summary>
internal sealed class MemberImpactNode(Revision revision, Element element, Member member)
{
    private const int Most = 1_000;

    private readonly Lazy<ImmutableArray<MemberUse>> users = new(() => MemberImpact.Of(revision.Snapshot, element, member));

    public string Element => element.Id.Value;

    public string ElementName => element.Name;

    public string Member => member.Id.Value;

    public string Name => member.Name;

    public int Count(MemberUseKind? use) => users.Value.Count(u => use is null || u.Kind == use);

    public IReadOnlyList<MemberUseNode> GetUsers(MemberUseKind? use, int first) =>
        [.. users.Value.Where(u => use is null || u.Kind == use).Take(Math.Clamp(first, 0, Most)).Select(u => new MemberUseNode(u))];

    public async Task<MemberBranchImpactNode> GetBranchesAsync(BranchImpact impact, CancellationToken cancellationToken) =>
        await impact.ReadAsync(revision, element.Id, member.Id, cancellationToken);

    public CompatibilityNode Compatibility(MemberChange change, IReadOnlyList<Plane>? planes)
    {
        var after = MemberImpact.After(revision.Snapshot, element, member, change);
        var verdict = CompatibilityVerdict.Of(
            revision.Snapshot, after, CompatibilityMode.Backward, [.. (planes ?? []).Distinct().Select(p => (ConsumerPlane)p)]);
        return new CompatibilityNode(verdict, revision, new Revision(revision.Branch, revision.Commit, after, false));
    }
}
