using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Proposals;

/// <summary>A conversation about a proposal, or about an element or member of it. It hangs on identity, so renames and rebases leave it where it is.</summary>
public sealed record ProposalThread
{
    /// <summary>The kind of document that threads are.</summary>
    public const string DocumentKind = "proposal-thread";

    /// <summary>Comments of one thread, at most.</summary>
    public const int MaxComments = 200;

    /// <summary>Threads of one proposal, at most.</summary>
    public const int MaxThreads = 1_000;

    /// <summary>The identity, <c>th-</c> and 32 digits; later ones sort after earlier ones.</summary>
    public required string Id { get; init; }

    /// <summary>Rises by one with every change; the version of the document.</summary>
    public long Version { get; init; }

    /// <summary>The proposal.</summary>
    public string Proposal { get; init; } = string.Empty;

    /// <summary>The element that it is about; null for the whole proposal.</summary>
    public ElementId? Element { get; init; }

    /// <summary>The member that it is about; null for the element.</summary>
    public MemberId? Member { get; init; }

    /// <summary>The head of the source when it was begun.</summary>
    public ObjectHash Source { get; init; }

    /// <summary>What was said, in the order of time.</summary>
    public ImmutableArray<ProposalComment> Comments { get; init; } = [];

    /// <summary>Who settled it; null while it is open.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>When it was settled; null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Where the threads of a proposal begin among the documents.</summary>
    public static string Prefix(string proposal) => proposal + "/";

    /// <summary>The key of its document.</summary>
    public string Key => Prefix(Proposal) + Id;
}
