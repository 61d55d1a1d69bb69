using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>A directive stands at one place once, unless it is repeatable.</summary>
/// <remarks>
/// Twice <c>@include</c> on one field would not say which of the two decides.
/// <see href="https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location"/>
/// </remarks>
internal sealed class UniqueDirectivesPerLocationRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, DirectiveNode> _seen = new(StringComparer.Ordinal);

    public override ValidationEvents Events => ValidationEvents.Directives;

    public override void Directives(ImmutableArray<DirectiveNode> directives)
    {
        if (directives.Length < 2)
            return;
        _seen.Clear();
        foreach (var directive in directives)
        {
            if (!Context.Schema.TryGetDirective(directive.Name.Value, out var definition) || definition.IsRepeatable)
                continue;
            if (!_seen.TryAdd(definition.Name, directive))
                Context.Report($"Directive \"@{definition.Name}\" may stand here only once.", _seen[definition.Name], directive);
        }
    }
}
