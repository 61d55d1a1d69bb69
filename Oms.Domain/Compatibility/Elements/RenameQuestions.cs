using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>Finds pairs of which one went and one came, of the same kind and type, so that a person can say whether it is the same.</summary>
internal static class RenameQuestions
{
    // Beyond this a list of questions helps nobody.
    private const int Most = 100;

    internal static ImmutableArray<RenameQuestion> Of(Snapshot before, Snapshot after)
    {
        var changes = TreeDiff.Compare(before, after);
        var members = changes.Where(c => !c.Before.IsEmpty && !c.After.IsEmpty).SelectMany(c => InElement(before.Find(c.Element)!, after.Find(c.Element)!));
        return [.. Elements(changes, before, after).Concat(members).Take(Most)];
    }

    private static IEnumerable<RenameQuestion> Elements(ImmutableArray<ElementChange> changes, Snapshot before, Snapshot after)
    {
        var came = changes.Where(c => c.Before.IsEmpty).Select(c => after.Find(c.Element)!).ToList();
        foreach (var gone in changes.Where(c => c.After.IsEmpty).Select(c => before.Find(c.Element)!))
        {
            var names = gone.Members.Select(m => m.Name).Where(n => n.Length > 0).ToHashSet(StringComparer.Ordinal);
            if (names.Count > 0 && came.FirstOrDefault(e => e.Kind == gone.Kind && Shared(e, names) * 2 > names.Count) is { } like)
                yield return new RenameQuestion(null, gone.Name, like.Name, $"Is the {Words.Of(gone)} now {like.Name}? They share most of their members.");
        }
    }

    private static int Shared(Element element, HashSet<string> names) => element.Members.Count(m => names.Contains(m.Name));

    private static IEnumerable<RenameQuestion> InElement(Element before, Element after)
    {
        var came = ElementPair.Only(after, before).ToList();
        foreach (var gone in ElementPair.Only(before, after))
            if (came.FirstOrDefault(m => m.GetType() == gone.GetType() && Equals(TypeOf(m), TypeOf(gone))) is { } like)
                yield return new RenameQuestion(after.Name, gone.Name, like.Name, $"Is {after.Name}.{gone.Name} now {after.Name}.{like.Name}? They have the same type.");
    }

    private static object? TypeOf(Member member) => member switch
    {
        Property property => property.SharedProperty is { } shared ? shared : property.Type,
        StructField field => field.Type,
        Parameter parameter => parameter.Type,
        RequiredLink link => link.Target,
        _ => null,
    };
}
