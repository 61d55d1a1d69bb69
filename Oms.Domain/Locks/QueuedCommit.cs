using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.History;

namespace Oms.Domain.Locks;

/// <summary>
/// A commit that met a lock and waits for its end. It was made on the head of that time, beside the branch; at the end of the lock its
/// changes are merged onto the head of then, so nothing that happened meanwhile is overwritten.
/// </summary>
public sealed record QueuedCommit
{
    /// <summary>The kind of document that holds it.</summary>
    public const string DocumentKind = "queued-commit";

    /// <summary>Commits that wait on one branch at most.</summary>
    public const int MaxWaiting = 100;

    /// <summary>The identity; later ones come later in order.</summary>
    public required string Id { get; init; }

    /// <summary>The branch's name.</summary>
    public required string Branch { get; init; }

    /// <summary>The commit that waits; <c>cherryPickCommit</c> takes it over by hand.</summary>
    public required ObjectHash Commit { get; init; }

    /// <summary>The head that it was made on.</summary>
    public required ObjectHash Base { get; init; }

    /// <summary>Why, in the author's words.</summary>
    public required string Message { get; init; }

    /// <summary>The issues it belongs to.</summary>
    public ImmutableArray<string> Issues { get; init; } = [];

    /// <summary>Who made it; it is applied with their roles.</summary>
    public required Actor Author { get; init; }

    /// <summary>When it was queued.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>What became of it.</summary>
    public QueuedCommitStatus Status { get; init; }

    /// <summary>When that was decided; null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The commit that it became; empty where it became none.</summary>
    public ObjectHash Applied { get; init; }

    /// <summary>The code of why it was returned; null where it was not.</summary>
    public string? ReturnCode { get; init; }

    /// <summary>Why it was returned; null where it was not.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>The paths of the conflicts that it was returned with.</summary>
    public ImmutableArray<string> Conflicts { get; init; } = [];

    /// <summary>The key under which it is kept: by branch, then in the order of queueing.</summary>
    public string Key => PrefixOf(Branch) + Id;

    /// <summary>What the keys of a branch begin with; no name holds the colon.</summary>
    public static string PrefixOf(string branch) => branch + ":";
}
