using Oms.Domain.Ontology;
using Oms.Graph.Connections;

namespace Oms.Graph.Nodes;

/// <summary>Reads arguments that take a member: its global id, or its stable id and that of its element.</summary>
internal static class MemberIdArgument
{
    /// <summary>The ids of the element and the member.</summary>
    internal static (ElementId Owner, MemberId Member) Read(string id, string? element)
    {
        if (MemberId.TryParse(id, out var member))
        {
            return element is null
                ? throw QueryError.Of(QueryError.ArgumentsConflict, "A member's stable id needs `element`; its global id does not.")
                : (ElementIdArgument.Read(element), member);
        }

        if (GlobalId.TryParse(id, out var global)
            && global.Parts.Length == 3
            && ElementId.TryParse(global.Parts[1], out var owner)
            && MemberId.TryParse(global.Parts[2], out member))
        {
            return (owner, member);
        }

        throw QueryError.Of(
            QueryError.InvalidId, $"`{ElementIdArgument.Clip(id)}` is neither a stable id such as `m-birth-date` nor a global id of a member.");
    }
}
