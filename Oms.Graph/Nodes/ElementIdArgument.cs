using Oms.Domain.Ontology;
using Oms.Graph.Connections;

namespace Oms.Graph.Nodes;

/// <summary>Reads arguments that take an element by stable id or global id. Of a global id the version is passed over: the field it is given to has one.</summary>
internal static class ElementIdArgument
{
    /// <summary>The element's id; error INVALID_ID where the text is neither, or names another kind than asked for.</summary>
    internal static ElementId Read(string text, ElementKind? kind = null)
    {
        if (!ElementId.TryParse(text, out var id) && !TryGlobal(text, out id))
            throw QueryError.Of(QueryError.InvalidId, $"`{Clip(text)}` is neither a stable id such as `ot-person` nor a global id of an element.");
        if (kind is { } asked && id.Kind != asked)
            throw QueryError.Of(QueryError.InvalidId, $"`{id}` is no {asked}; ids of that kind start with `{ElementId.PrefixOf(asked)}`.");
        return id;
    }

    /// <summary>What of a client's text an error repeats.</summary>
    internal static string Clip(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 80), "…");

    private static bool TryGlobal(string text, out ElementId id)
    {
        id = default;
        return GlobalId.TryParse(text, out var global)
            && global.Parts.Length == 2
            && ElementId.TryParse(global.Parts[1], out id)
            && id.Kind is { } kind && kind.ToString() == global.Type;
    }
}
