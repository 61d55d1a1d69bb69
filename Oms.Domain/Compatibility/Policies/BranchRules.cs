using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Policies;

/// <summary>What changes of a branch have to keep: a document under the branch's name.</summary>
public sealed record BranchRules
{
    /// <summary>The kind of document that it is.</summary>
    public const string DocumentKind = "branch-rules";

    /// <summary>The most rules of one branch.</summary>
    public const int MaxRules = 200;

    /// <summary>The most breaks that are accepted at once on one branch.</summary>
    public const int MaxAccepted = 1_000;

    /// <summary>A branch that asks for nothing.</summary>
    public static readonly BranchRules None = new();

    /// <summary>What has to be kept, by what it is about; nothing where no rule is.</summary>
    public ImmutableArray<CompatibilityRule> Compatibility { get; init; } = [];

    /// <summary>The consumers that are promised it; all where none is named.</summary>
    public ImmutableArray<ConsumerPlane> Planes { get; init; } = [];

    /// <summary>How many days an element or member has to have been deprecated before it may go; null where that is not asked for.</summary>
    public int? GraceDays { get; init; }

    /// <summary>The naming convention; null for the standard one, which is told only.</summary>
    public NamingPolicy? Naming { get; init; }

    /// <summary>The breaks that are accepted, in the order in which they were.</summary>
    public ImmutableArray<AcceptedBreak> Accepted { get; init; } = [];

    /// <summary>True when earlier releases are asked about too.</summary>
    [JsonIgnore]
    public bool IsTransitive => Compatibility.Any(r => r.Mode is CompatibilityMode.BackwardTransitive or CompatibilityMode.ForwardTransitive or CompatibilityMode.FullTransitive);

    /// <summary>What changes of an element have to keep.</summary>
    public CompatibilityMode ModeOf(Element element) =>
        Compatibility.Where(r => r.IsAbout(element)).MaxBy(r => r.Weight)?.Mode ?? CompatibilityMode.None;

    /// <summary>True when this break is accepted now.</summary>
    public bool IsAccepted(string fingerprint, DateTimeOffset now) => Accepted.Any(a => a.Fingerprint == fingerprint && a.ExpiresAt > now);
}
