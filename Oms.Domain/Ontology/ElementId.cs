using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Oms.Domain.History;

namespace Oms.Domain.Ontology;

/// <summary>
/// The identity of an element. It is given once and survives every rename: the API name is data, the id is not.
/// Form: a kind prefix, a hyphen, then 1 to 64 of <c>a-z 0-9 -</c>, for example <c>ot-4f2a9c</c>.
/// A name can not hold a hyphen, so an id is never mistaken for a name.
/// </summary>
[JsonConverter(typeof(TextIdConverter<ElementId>))]
public readonly record struct ElementId : ITextId<ElementId>, IComparable<ElementId>
{
    private readonly string? value;

    private ElementId(string value) => this.value = value;

    /// <summary>The id as text; empty for the default value, which names nothing.</summary>
    public string Value => value ?? string.Empty;

    /// <summary>True for the default value.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(value);

    /// <summary>The prefix each kind's ids start with, hyphen included.</summary>
    public static string PrefixOf(ElementKind kind) => kind switch
    {
        ElementKind.ObjectType => "ot-",
        ElementKind.LinkType => "lt-",
        ElementKind.Interface => "if-",
        ElementKind.SharedProperty => "sp-",
        ElementKind.ValueType => "vt-",
        ElementKind.StructType => "st-",
        ElementKind.ActionType => "at-",
        ElementKind.FunctionType => "ft-",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not an element kind"),
    };

    /// <summary>The kind that the prefix tells, or null where it tells none.</summary>
    public ElementKind? Kind
    {
        // Asked for each element of a commit.
        get => Value.Length < 3 ? null : Value.AsSpan(0, 3) switch
        {
            "ot-" => ElementKind.ObjectType,
            "lt-" => ElementKind.LinkType,
            "if-" => ElementKind.Interface,
            "sp-" => ElementKind.SharedProperty,
            "vt-" => ElementKind.ValueType,
            "st-" => ElementKind.StructType,
            "at-" => ElementKind.ActionType,
            "ft-" => ElementKind.FunctionType,
            _ => null,
        };
    }

    /// <summary>Reads an id that came from outside; false when it has not the form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ElementId id)
    {
        id = new ElementId(text ?? string.Empty);
        return text is { Length: >= 4 and <= 67 } && TextId.HasForm(text) && id.Kind is not null;
    }

    /// <summary>Takes a text that this system wrote itself, unchecked.</summary>
    public static ElementId Trusted(string text) => new(text);

    /// <inheritdoc/>
    public int CompareTo(ElementId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
