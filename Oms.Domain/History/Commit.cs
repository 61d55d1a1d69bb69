using System.Collections.Immutable;

namespace Oms.Domain.History;

/// <summary>
/// One step of the history: a tree (the root of a Merkle map from element id to definition), its parents, who made it and why.
/// A commit is an object; its id is the hash of its canonical bytes, so it never changes.
/// </summary>
public sealed record Commit
{
    /// <summary>The root of the Merkle map; empty for an ontology without elements.</summary>
    public ObjectHash Tree { get; init; }

    /// <summary>The commits it follows: none for the first, one for an ordinary one, two for a merge.</summary>
    public ImmutableArray<ObjectHash> Parents { get; init; } = [];

    /// <summary>Who made it: the subject of the token.</summary>
    public string Author { get; init; } = string.Empty;

    /// <summary>When it was made, UTC, whole milliseconds.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Why, in the author's words.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>The issues it belongs to, as written, each once.</summary>
    public ImmutableArray<string> Issues { get; init; } = [];
}
