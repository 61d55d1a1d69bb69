using System.Collections.Immutable;

namespace Oms.Domain.Import.GraphQl;

/// <summary>A constant value as it is written.</summary>
/// <param name="Kind">What kind of value it is.</param>
/// <param name="Text">The number, the text's meaning, <c>true</c> or <c>false</c>, the enum value's name; for a list or an object its whole text.</param>
public sealed record GraphQlValue(GraphQlValueKind Kind, string Text)
{
    /// <summary>The items of a list.</summary>
    public ImmutableArray<GraphQlValue> Items { get; init; } = [];

    /// <summary>The fields of an object, in the order they are written.</summary>
    public ImmutableArray<KeyValuePair<string, GraphQlValue>> Fields { get; init; } = [];

    /// <summary>As it is written, texts in quotes.</summary>
    public string Shown => Kind == GraphQlValueKind.String ? $"\"{Text}\"" : Text;
}
