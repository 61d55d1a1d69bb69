using System.Text;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>
/// A definition that the other side made under the same name, told with our ids: its own, and those of members that have the same name here.
/// What it says can then be compared and merged, and what refers to either of the two still finds it.
/// </summary>
internal sealed class Twin
{
    private readonly Dictionary<string, string> ids;

    internal Twin(Element mine, Element theirs)
    {
        var members = new Dictionary<(Type, string), MemberId>();
        foreach (var member in mine.Members)
            members.TryAdd((member.GetType(), member.Name), member.Id);
        ids = new Dictionary<string, string>(StringComparer.Ordinal) { [theirs.Id.Value] = mine.Id.Value };
        foreach (var member in theirs.Members)
            if (members.TryGetValue((member.GetType(), member.Name), out var id))
                ids.TryAdd(member.Id.Value, id.Value);
        (Mine, Theirs) = (mine, theirs);
        Aligned = Told(theirs);
    }

    internal Element Mine { get; }

    internal Element Theirs { get; }

    /// <summary>Theirs with our ids.</summary>
    internal Element Aligned { get; }

    /// <summary>True when both say the same.</summary>
    internal bool IsAlike => RecordShape.Of(Mine.GetType()).SameContent(Mine, Aligned);

    /// <summary>An element of either side, with our ids where it refers to theirs; the same object where it does not.</summary>
    internal Element Referring(Element element)
    {
        var mapped = References.Map(element, (target, _, _, _) => target == Theirs.Id ? Mine.Id : target);
        return mapped is ObjectType type && (Ours(type.TitleProperty) != type.TitleProperty || Ours(type.SubtitleProperty) != type.SubtitleProperty)
            ? type with { TitleProperty = Ours(type.TitleProperty), SubtitleProperty = Ours(type.SubtitleProperty) }
            : mapped;
    }

    private MemberId? Ours(MemberId? member) =>
        member is { } id && ids.TryGetValue(id.Value, out var mine) ? MemberId.Trusted(mine) : member;

    // An id stands in a definition as a text of its own, wherever it stands.
    private Element Told(Element element)
    {
        var json = Encoding.UTF8.GetString(ElementJson.Write(element));
        foreach (var (from, to) in ids)
            json = json.Replace($"\"{from}\"", $"\"{to}\"", StringComparison.Ordinal);
        return ElementJson.Read(element.Kind, Encoding.UTF8.GetBytes(json));
    }
}
