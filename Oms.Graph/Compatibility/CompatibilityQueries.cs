using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;
using Oms.Engine.Configuration;
using Oms.Graph.Connections;
using Oms.Graph.Merging;
using Oms.Graph.Nodes;
using Oms.Graph.Ontology;

namespace Oms.Graph.Compatibility;

/// <summary>The root fields of the chapter Compatibility.</summary>
[ExtendObjectType("Query")]
internal static class CompatibilityQueries
{
    public static async Task<CompatibilityNode> GetCompatibilityAsync(
        RevisionInput @base, RevisionInput head, IReadOnlyList<Plane>? planes, CompatibilityMode mode, Pin pin, CancellationToken cancellationToken)
    {
        var before = await pin.AtAsync(await pin.GetAsync(@base.Branch, cancellationToken), @base.At, cancellationToken);
        var after = await pin.AtAsync(await pin.GetAsync(head.Branch, cancellationToken), head.At, cancellationToken);
        var verdict = CompatibilityVerdict.Of(before.Snapshot, after.Snapshot, mode, [.. (planes ?? []).Distinct().Select(p => (ConsumerPlane)p)]);
        return new CompatibilityNode(verdict, before, after);
    }

    public static async Task<ImpactNode> GetImpactAsync(
        string element, string branch, VersionInput? at, int distance, Pin pin, CancellationToken cancellationToken)
    {
        var (revision, found) = await FindAsync(element, branch, at, pin, cancellationToken);
        return new ImpactNode(revision, found, ElementImpact.Of(revision.Snapshot, found.Id, distance));
    }

    public static async Task<MemberImpactNode> GetMemberImpactAsync(
        string element, string member, string branch, VersionInput? at, Pin pin, CancellationToken cancellationToken)
    {
        var (revision, of) = await FindAsync(element, branch, at, pin, cancellationToken);
        var found = of.Members.FirstOrDefault(m => m.Id.Value == member) ?? of.Members.FirstOrDefault(m => m.Name == member)
            ?? throw QueryError.Of(QueryError.MemberNotFound, $"`{of.Name}` has no member `{ElementIdArgument.Clip(member)}` of that id or name at commit {revision.Commit.Id.Short} of `{branch}`.");
        return new MemberImpactNode(revision, of, found);
    }

    private static async Task<(Revision Revision, Element Element)> FindAsync(
        string element, string branch, VersionInput? at, Pin pin, CancellationToken cancellationToken)
    {
        var id = ElementIdArgument.Read(element);
        var revision = await pin.AtAsync(await pin.GetAsync(branch, cancellationToken), at, cancellationToken);
        var found = revision.Snapshot.Find(id)
            ?? throw QueryError.Of(QueryError.ElementNotFound, $"There is no element `{id}` at commit {revision.Commit.Id.Short} of `{branch}`.");
        return (revision, found);
    }
}
