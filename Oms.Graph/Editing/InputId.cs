using Oms.Domain.Ontology;
using Oms.Graph.Nodes;

namespace Oms.Graph.Editing;

/// <summary>Takes an <c>ID</c> of an input as the domain wants it: a stable id or API name as it is, a global id as the stable id within it.</summary>
internal static class InputId
{
    private static readonly HashSet<string> ElementTypes = [.. Enum.GetNames<ElementKind>()];

    private static readonly HashSet<string> MemberTypes =
        [nameof(Property), nameof(LinkEnd), nameof(RequiredLink), nameof(StructField), nameof(Parameter)];

    /// <summary>The stable id or name. The version in a global id is passed over: what is edited is the head.</summary>
    internal static string Stable(string text)
    {
        if (!GlobalId.TryParse(text, out var global))
            return text;
        return global.Parts.Length switch
        {
            2 when ElementTypes.Contains(global.Type) => global.Parts[1],
            3 when MemberTypes.Contains(global.Type) => global.Parts[2],
            _ => text,
        };
    }

    /// <summary>An element by stable id, global id or API name, which the domain tells apart.</summary>
    internal static ElementId Element(object? value) => ElementId.Trusted(Stable((string)value!));

    /// <summary>A member by id, global id or API name, which the domain tells apart.</summary>
    internal static MemberId Member(object? value) => MemberId.Trusted(Stable((string)value!));
}
