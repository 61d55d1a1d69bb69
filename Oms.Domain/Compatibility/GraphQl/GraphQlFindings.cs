using System.Collections.Immutable;
using Oms.Domain.Import.GraphQl;

namespace Oms.Domain.Compatibility.GraphQl;

/// <summary>Takes the findings of one comparison.</summary>
/// <param name="before">The schema that clients know.</param>
/// <param name="after">The schema they are to meet.</param>
internal sealed class GraphQlFindings(GraphQlSchema before, GraphQlSchema after)
{
    private readonly ImmutableArray<Finding>.Builder found = ImmutableArray.CreateBuilder<Finding>();
    private readonly GraphQlCoercion meaningBefore = new(before);
    private readonly GraphQlCoercion meaningAfter = new(after);

    internal ImmutableArray<Finding> All => found.ToImmutable();

    internal void Add(string rule, Criticality criticality, string? path, string message) =>
        found.Add(new Finding(rule, criticality, path, message, ConsumerPlane.GraphQl));

    internal void Safe(string rule, string? path, string message) => Add(rule, Criticality.NonBreaking, path, message);

    internal void Dangerous(string rule, string? path, string message) => Add(rule, Criticality.Dangerous, path, message);

    internal void Breaking(string rule, string? path, string message) => Add(rule, Criticality.Breaking, path, message);

    /// <summary>Whether leaving the value out means something else than before.</summary>
    internal bool DefaultDiffers(GraphQlInputValue old, GraphQlInputValue now) =>
        (old.Default is not null || now.Default is not null) && meaningBefore.Meaning(old.Default, old.Type) != meaningAfter.Meaning(now.Default, now.Type);

    /// <summary>Whether a value has to be given from now on: its type takes no null, and there is no default that is of the type.</summary>
    internal bool IsRequired(GraphQlInputValue now) => GraphQlTypeText.IsNonNull(now.Type) && !HasDefault(now);

    /// <summary>Whether there is a default that is of the type.</summary>
    internal bool HasDefault(GraphQlInputValue now) => meaningAfter.Meaning(now.Default, now.Type) is not null;

    /// <summary>
    /// What a changed default means: who relied on it may see another result. Where a value took no null before, a default that is gone
    /// means a refusal for who left it out; where it did, the change of type says so.
    /// </summary>
    internal void DefaultChanged(string rule, string path, GraphQlInputValue old, GraphQlInputValue now) => Add(
        rule,
        GraphQlTypeText.IsNonNull(old.Type) && IsRequired(now) ? Criticality.Breaking : Criticality.Dangerous,
        path,
        $"Left out, {path} now means {now.Default?.Shown ?? "nothing"} instead of {old.Default?.Shown ?? "nothing"}");
}
