using System.Collections.Immutable;
using Oms.Domain.Import.GraphQl;

namespace Oms.Domain.Compatibility.GraphQl;

/// <summary>
/// What the change from one schema to another means for clients that know the first: every change is told, under the id of its rule, with
/// its verdict (docs/compatibility.md). Rule ids, paths and verdicts are those of GraphQL Inspector, where the specification does not ask
/// for another verdict.
/// </summary>
public sealed class GraphQlComparison
{
    private readonly GraphQlFindings findings;
    private readonly DirectiveUseComparison uses;
    private readonly InputComparison inputs;
    private readonly FieldComparison fields;
    private readonly EnumComparison enums;
    private readonly DirectiveComparison directives;

    private GraphQlComparison(GraphQlSchema before, GraphQlSchema after)
    {
        findings = new(before, after);
        uses = new(findings);
        inputs = new(findings, uses);
        fields = new(findings, uses, inputs);
        enums = new(findings, uses);
        directives = new(findings, inputs);
    }

    /// <summary>Compares two schemas.</summary>
    /// <param name="before">The schema that clients know.</param>
    /// <param name="after">The schema they are to meet.</param>
    /// <returns>One finding for each change: those of directives first, then of root types, then of types by name.</returns>
    public static ImmutableArray<Finding> Compare(GraphQlSchema before, GraphQlSchema after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var comparison = new GraphQlComparison(before, after);
        comparison.CompareDirectives(before, after);
        comparison.CompareRoot("QUERY", before.Query, after.Query);
        comparison.CompareRoot("MUTATION", before.Mutation, after.Mutation);
        comparison.CompareRoot("SUBSCRIPTION", before.Subscription, after.Subscription);
        comparison.CompareTypes(before, after);
        comparison.uses.Compare(before.Directives, after.Directives, new("SCHEMA", string.Empty, false));
        return comparison.findings.All;
    }

    private void CompareDirectives(GraphQlSchema before, GraphQlSchema after) => NamedLists.Compare(
        ByName(before.DirectiveDefinitions),
        ByName(after.DirectiveDefinitions),
        d => d.Name,
        d => findings.Breaking("DIRECTIVE_REMOVED", $"@{d.Name}", $"The directive @{d.Name} was removed"),
        d =>
        {
            findings.Safe("DIRECTIVE_ADDED", $"@{d.Name}", $"The directive @{d.Name} was added");
            directives.Compare(null, d);
        },
        directives.Compare);

    private void CompareRoot(string kind, string? before, string? after)
    {
        if (before != after)
            findings.Add(
                $"SCHEMA_{kind}_TYPE_CHANGED",
                before is null ? Criticality.NonBreaking : Criticality.Breaking,
                null,
                $"The {kind.ToLowerInvariant()} root is {after ?? "no type"} instead of {before ?? "no type"}");
    }

    private void CompareTypes(GraphQlSchema before, GraphQlSchema after) => NamedLists.Compare(
        ByName(before.Types),
        ByName(after.Types),
        t => t.Name,
        t => findings.Breaking("TYPE_REMOVED", t.Name, $"The type {t.Name} was removed"),
        t =>
        {
            findings.Safe("TYPE_ADDED", t.Name, $"The type {t.Name} was added");
            CompareContent(null, t);
            CompareDescription(null, t);
        },
        (old, now) =>
        {
            if (old.Kind == now.Kind)
                CompareContent(old, now);
            else
                findings.Breaking("TYPE_KIND_CHANGED", now.Name, $"{now.Name} is {Words(now.Kind)} instead of {Words(old.Kind)}");
            CompareDescription(old, now);
        });

    private void CompareContent(GraphQlType? before, GraphQlType after)
    {
        switch (after.Kind)
        {
            case GraphQlTypeKind.Object or GraphQlTypeKind.Interface:
                fields.Compare(before, after);
                break;
            case GraphQlTypeKind.Union:
                CompareUnion(before, after);
                break;
            case GraphQlTypeKind.Enum:
                enums.Compare(before, after);
                break;
            case GraphQlTypeKind.InputObject:
                inputs.InputObject(before, after);
                break;
            default:
                uses.Compare(before?.Directives ?? [], after.Directives, new("SCALAR", after.Name, before is null));
                break;
        }
    }

    private void CompareUnion(GraphQlType? before, GraphQlType after)
    {
        NamedLists.Compare(
            before?.Members ?? [],
            after.Members,
            m => m,
            m => findings.Breaking("UNION_MEMBER_REMOVED", after.Name, $"{m} is no longer a member of {after.Name}"),
            m => findings.Add(
                "UNION_MEMBER_ADDED",
                before is null ? Criticality.NonBreaking : Criticality.Dangerous,
                after.Name,
                $"{after.Name} has a further member {m}, which clients may not expect in a result"),
            (_, _) => { });
        uses.Compare(before?.Directives ?? [], after.Directives, new("UNION_MEMBER", after.Name, before is null));
    }

    private void CompareDescription(GraphQlType? before, GraphQlType after)
    {
        if (!Descriptions.Differ(before?.Description, after.Description))
            return;
        findings.Safe(Descriptions.RuleOf("TYPE", before?.Description, after.Description), after.Name, $"The description of {after.Name} changed");
    }

    private static ImmutableArray<T> ByName<T>(ImmutableDictionary<string, T> items) => [.. items.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => i.Value)];

    private static string Words(GraphQlTypeKind kind) => kind switch
    {
        GraphQlTypeKind.Scalar => "a scalar",
        GraphQlTypeKind.Object => "an object type",
        GraphQlTypeKind.Interface => "an interface",
        GraphQlTypeKind.Union => "a union",
        GraphQlTypeKind.Enum => "an enum",
        _ => "an input object",
    };
}
