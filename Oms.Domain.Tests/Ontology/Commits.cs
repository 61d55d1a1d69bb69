using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;
using Shouldly;

namespace Oms.Domain.Tests.Ontology;

/// <summary>Short ways to write commits in tests.</summary>
internal static class Commits
{
    internal static readonly CountingIds Ids = new(1000);

    internal static Edit Edit(this Snapshot before, params Operation[] operations)
    {
        var result = Editor.Apply(before, [.. operations], Ids);
        result.Refusals.ShouldBeEmpty();
        return result.Value;
    }

    internal static Snapshot After(this Snapshot before, params Operation[] operations) => before.Edit(operations).After;

    internal static ImmutableArray<Refusal> Refused(this Snapshot before, params Operation[] operations)
    {
        var result = Editor.Apply(before, [.. operations], Ids);
        result.IsOk.ShouldBeFalse();
        return result.Refusals;
    }

    internal static T Refused<T>(this Snapshot before, params Operation[] operations) where T : Refusal =>
        before.Refused(operations).ShouldHaveSingleItem().ShouldBeOfType<T>();

    internal static CreateElement Create(Element element) => new(element);

    internal static ElementId Ref(string text) => ElementId.Trusted(text);

    internal static JsonLiteral Json(string text) => new(text);

    internal static Property Text(string name) => new() { Name = name, Type = TypeRef.Data("string") };

    internal static Property Typed(string name, TypeRef type) => new() { Name = name, Type = type };

    internal static ObjectType Type(string name, params Property[] properties) => new() { Name = name, Properties = [.. properties] };

    internal static ObjectType Child(string name, string parent, params Property[] properties) =>
        Type(name, properties) with { Parents = [Ref(parent)] };

    internal static LinkType Link(string name, string from, string to) => new()
    {
        Name = name,
        From = new LinkEnd { Name = name + "To", Type = Ref(from) },
        To = new LinkEnd { Name = name + "From", Type = Ref(to) },
    };

    internal static T Named<T>(this Snapshot snapshot, string name) where T : Element =>
        Enum.GetValues<ElementKind>().Select(kind => snapshot.FindByName(kind, name)).OfType<T>().Single();

    /// <summary>The snapshot read back from nothing but stored objects.</summary>
    internal static Snapshot Reloaded(IEnumerable<StoredObject> objects, ObjectHash tree, Snapshot? near = null)
    {
        var store = objects.DistinctBy(o => o.Hash).ToDictionary(o => o.Hash, o => o.Bytes);
        return SnapshotLoader.LoadAsync(
            tree, hashes => new(hashes.Where(store.ContainsKey).ToImmutableDictionary(h => h, h => store[h])), near)
            .AsTask().GetAwaiter().GetResult();
    }
}
