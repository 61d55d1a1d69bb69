using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Oms.Domain.History;

namespace Oms.Domain.Ontology;

/// <summary>
/// The identity of a member: a property, struct field, parameter, link end or required link. Unique within its element, and kept
/// through renames. Form: <c>m-</c> and 1 to 64 of <c>a-z 0-9 -</c>.
/// </summary>
[JsonConverter(typeof(TextIdConverter<MemberId>))]
public readonly record struct MemberId : ITextId<MemberId>, IComparable<MemberId>
{
    private readonly string? value;

    private MemberId(string value) => this.value = value;

    /// <summary>The id as text; empty for the default value.</summary>
    public string Value => value ?? string.Empty;

    /// <summary>True for the default value.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(value);

    /// <summary>Reads an id that came from outside; false when it has not the form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out MemberId id)
    {
        id = new MemberId(text ?? string.Empty);
        return text is { Length: >= 3 and <= 66 } && text.StartsWith("m-", StringComparison.Ordinal) && TextId.HasForm(text);
    }

    /// <summary>Takes a text that this system wrote itself, unchecked.</summary>
    public static MemberId Trusted(string text) => new(text);

    /// <inheritdoc/>
    public int CompareTo(MemberId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
