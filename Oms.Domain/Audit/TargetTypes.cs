using System.Text.Json;
using Oms.Domain.Ontology;

namespace Oms.Domain.Audit;

/// <summary>The kinds of targets in the audit log.</summary>
public static class TargetTypes
{
    /// <summary>A branch.</summary>
    public const string Branch = "branch";

    /// <summary>A lock; its id is the branch's name, under which all its locks are found.</summary>
    public const string Lock = "lock";

    /// <summary>An indexing.</summary>
    public const string Indexing = "indexing";

    /// <summary>An index that is built beside the one in use.</summary>
    public const string ShadowIndex = "shadow_index";

    /// <summary>A commit; refused ones have the branch's name as id.</summary>
    public const string Commit = "commit";

    /// <summary>A release; its id is the version.</summary>
    public const string Release = "release";

    /// <summary>A proposal.</summary>
    public const string Proposal = "proposal";

    /// <summary>An event that a target refused; its id is the target's name and the event's number.</summary>
    public const string DeadLetter = "dead_letter";

    /// <summary>A webhook.</summary>
    public const string Webhook = "webhook";

    /// <summary>A rule that says which events go where.</summary>
    public const string EventRoute = "event_route";

    /// <summary>A mutation that was refused before anything of it was read; its id is the field's name.</summary>
    public const string Mutation = "mutation";

    /// <summary>The kind of an element in lower case with underscores, for example <c>object_type</c>.</summary>
    public static string Of(ElementKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
