using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>
/// A place in an ontology that stays when names and positions change: ids of element and member, then fields. Its text has the form of a
/// JSON pointer (RFC 6901): <c>/ot-4f2a/m-9c01/description/en</c>.
/// </summary>
public sealed record MergePath
{
    private MergePath(ElementId element, MemberId? member, string text)
    {
        Element = element;
        Member = member;
        Text = text;
    }

    /// <summary>The element.</summary>
    public ElementId Element { get; }

    /// <summary>The member; null for the element itself.</summary>
    public MemberId? Member { get; }

    /// <summary>The whole path.</summary>
    public string Text { get; }

    /// <summary>An element.</summary>
    public static MergePath Of(ElementId element) => new(element, null, "/" + element.Value);

    /// <summary>A member of what this path leads to.</summary>
    public MergePath At(MemberId member) => new(Element, member, $"{Text}/{member.Value}");

    /// <summary>A field of what this path leads to.</summary>
    public MergePath At(string field) => new(Element, Member, $"{Text}/{field.Replace("~", "~0").Replace("/", "~1")}");

    /// <inheritdoc/>
    public override string ToString() => Text;
}
