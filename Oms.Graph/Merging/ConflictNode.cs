using System.Collections.Immutable;
using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Graph.Editing;

namespace Oms.Graph.Merging;

/// <summary>GraphQL type <c>Conflict</c>.</summary>
internal sealed class ConflictNode(Conflict conflict, MergeSources? sources)
{
    // A merge for each answer: only where somebody asks for a verdict.
    private readonly Lazy<ImmutableDictionary<ResolutionChoice, CompatibilityVerdict>>? verdicts =
        sources is null ? null : new(() => sources.VerdictsOf(conflict));

    public string Id => conflict.Id;

    public ConflictKind Kind => conflict.Kind;

    public SemanticKind Semantic => conflict.Semantic;

    public Severity Severity => conflict.Severity;

    public string Path => conflict.Path.Text;

    public string Element => conflict.Path.Element.Value;

    public string? Member => conflict.Path.Member?.Value;

    public JsonLiteral? Base => conflict.Base;

    public JsonLiteral? Ours => conflict.Ours;

    public JsonLiteral? Theirs => conflict.Theirs;

    public IReadOnlyList<ResolutionOptionNode> Options => [.. conflict.Options.Select(o => new ResolutionOptionNode(o, verdicts))];

    public string? Strategy => conflict.Strategy;

    public ResolutionChoice? Resolution => conflict.Resolution?.Choice;

    public string? Problem => conflict.Problem;

    public bool IsOpen => conflict.IsOpen;

    public IReadOnlyList<CauseNode> Causes => [.. conflict.Causes.Select(c => new CauseNode(c))];

    public IReadOnlyList<ReferenceUsageNode> Consequences => [.. conflict.Consequences.Select(u => new ReferenceUsageNode(u))];

    public string Message(string language) => conflict.Message.In(language)!;

    public async Task<SavedResolutionNode?> GetSuggestionAsync(Resolutions resolutions, CancellationToken cancellationToken) =>
        conflict.Resolution is null && await resolutions.OfferedAsync(conflict.Id, cancellationToken) is { } saved ? new(saved) : null;
}
