using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Validation.Merging;

/// <summary>
/// Two fields that cannot be merged, by themselves or because of fields below them. There can be very many before the first is reported, so
/// places and words are made only when they are asked for.
/// </summary>
/// <param name="responseName">Their response name.</param>
/// <param name="a">The one field.</param>
/// <param name="b">The other field.</param>
/// <param name="below">The conflicts between their subselections; empty when they conflict by themselves.</param>
internal sealed class FieldConflict(string responseName, SelectedField a, SelectedField b, ImmutableArray<FieldConflict> below)
{
    /// <summary>As many fields of each side are named as places of an error.</summary>
    public const int MaxFieldsPerSide = 20;

    private const int MaxReasonLength = 1000;
    private const int MaxReasonDepth = 10;

    public string ResponseName { get; } = responseName;

    /// <summary>The fields at fault: of each side the field itself, and the deepest of those below it that are the cause.</summary>
    public ImmutableArray<FieldNode> Fields { get; } = below.IsEmpty
        ? [a.Node, b.Node]
        : [.. Gather(a, below, isFirst: true), .. Gather(b, below, isFirst: false)];

    public string DescribeReason()
    {
        var reason = Describe(MaxReasonDepth);
        return reason.Length > MaxReasonLength ? reason[..MaxReasonLength] + "…" : reason;
    }

    private ReadOnlySpan<FieldNode> Side(bool isFirst)
    {
        var half = Fields.Length / 2;
        return isFirst ? Fields.AsSpan()[..half] : Fields.AsSpan()[half..];
    }

    private static List<FieldNode> Gather(SelectedField field, ImmutableArray<FieldConflict> below, bool isFirst)
    {
        var fields = new List<FieldNode> { field.Node };
        foreach (var conflict in below)
        {
            var side = conflict.Side(isFirst);
            fields.AddRange(side[Math.Max(0, side.Length - (MaxFieldsPerSide - fields.Count))..]);
            if (fields.Count == MaxFieldsPerSide)
                break;
        }

        return fields;
    }

    private string Describe(int depth)
    {
        if (!below.IsEmpty)
        {
            return depth == 0
                ? "fields below them conflict"
                : string.Join(" and ", below.Take(3).Select(conflict =>
                    $"below them \"{ValidationContext.Shorten(conflict.ResponseName)}\" conflicts because {conflict.Describe(depth - 1)}"));
        }

        if (a.Node.Name.Value != b.Node.Name.Value)
            return $"\"{ValidationContext.Shorten(a.Node.Name.Value)}\" and \"{ValidationContext.Shorten(b.Node.Name.Value)}\" are different fields";
        return FieldComparison.HaveDifferentShapes(a.Definition?.Type, b.Definition?.Type)
            ? $"they are of types \"{a.Definition!.Type}\" and \"{b.Definition!.Type}\""
            : a.IsStreamed || b.IsStreamed ? "one of them is streamed" : "their arguments differ";
    }
}
