using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Benchmarks.Merging;

/// <summary>A model of any size, and edits of it that meet in some types and in no field.</summary>
internal static class MergeModel
{
    /// <summary>Object types in families of ten under one parent, which share out so many properties among them.</summary>
    internal static Snapshot Make(int types, int members) => Apply(Snapshot.Empty, [.. Enumerable.Range(0, types).Select(t => new CreateElement(new ObjectType
    {
        Id = Id(t),
        Name = $"Type{t}",
        Description = LocalizedText.English($"The kind of thing that is number {t} of this model, with a description of some length."),
        Parents = t % 10 == 0 ? [] : [Id(t / 10 * 10)],
        Properties = [.. Enumerable.Range(0, (members / types) + (t < members % types ? 1 : 0)).Select(m => new Property
        {
            Id = MemberId.Trusted($"m-{t}-{m}"), Name = $"property{t}Of{m}", Type = TypeRef.Data(m % 2 == 0 ? "string" : "integer"),
        })],
    }))]);

    /// <summary>This many changes, one to a type: a new property, a description, a rename, a constraint. Half of the types are those of the other side.</summary>
    internal static Snapshot Edit(Snapshot model, int changes, int side)
    {
        var types = model.CountOf(ElementKind.ObjectType);
        return Apply(model, [.. Enumerable.Range(0, changes).Select(i => Change(((i * 7) + (i % 2 == 0 ? 0 : side * 3)) % types, i, side)).DistinctBy(c => c.Type).Select(c => c.Operation)]);
    }

    private static (int Type, Operation Operation) Change(int type, int i, int side) => (type, ((i / 2) + side) % 2 == 0
        ? new AddMember(Id(type), new Property { Id = MemberId.Trusted($"m-new-{side}-{i}"), Name = $"added{side}At{i}", Type = TypeRef.Data("date") })
        : new UpdateMember(Id(type), MemberId.Trusted($"m-{type}-{side}"), new JsonLiteral($"{{\"description\":{{\"en\":\"Changed by side {side}.\"}}}}")));

    private static ElementId Id(int type) => ElementId.Trusted($"ot-{type}");

    private static Snapshot Apply(Snapshot before, System.Collections.Immutable.ImmutableArray<Operation> operations) =>
        Editor.Apply(before, operations, GivenIds.Instance).Value.After;
}
