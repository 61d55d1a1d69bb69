using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Caching;

/// <summary>
/// Tells what caches may do with the responses of an operation. Hints are the same in any order and number, so that each selection set is looked at once for
/// each type it is spread on, and nothing recurses.
/// </summary>
internal sealed class CachePolicyCompiler
{
    // Far above what a person writes; what lies beyond is not kept.
    private const int MaxSteps = 50_000;

    private readonly Schema schema;
    private readonly CacheControlModel model;
    private readonly SelectionConditions conditions;
    private readonly Dictionary<string, FragmentDefinitionNode> fragments = new(StringComparer.Ordinal);
    private readonly HashSet<(SelectionSetNode Set, NamedType Type)> seen = [];
    private readonly Stack<(SelectionSetNode Set, NamedType Type)> open = new();
    private readonly HashSet<CacheHint> hints = [];
    private int steps;

    private CachePolicyCompiler(Schema schema, CacheControlModel model, DocumentNode document, SelectionConditions conditions)
    {
        (this.schema, this.model, this.conditions) = (schema, model, conditions);
        foreach (var definition in document.Definitions)
            if (definition is FragmentDefinitionNode fragment)
                fragments.TryAdd(fragment.Name.Value, fragment);
    }

    /// <summary>The policy of an operation; null when its responses are not to be kept.</summary>
    public static CachePolicy? Compile(Schema schema, CacheControlModel model, DocumentNode document, OperationDefinitionNode operation, SelectionConditions conditions) =>
        operation.Operation == OperationType.Query && new CachePolicyCompiler(schema, model, document, conditions) is var compiler && compiler.Collect(operation)
            ? CachePolicy.Of(compiler.hints) : null;

    private bool Collect(OperationDefinitionNode operation)
    {
        Open(operation.SelectionSet, schema.QueryType);
        while (open.TryPop(out var next))
        {
            foreach (var selection in next.Set.Selections)
            {
                if (++steps > MaxSteps)
                    return false;
                if (conditions.Includes(selection.Directives, out _) && !Collect(selection, next.Type))
                    return false;
            }
        }

        return true;
    }

    private bool Collect(SelectionNode selection, NamedType type)
    {
        switch (selection)
        {
            case FieldNode field:
                return Collect(field, type);
            case InlineFragmentNode inline:
                Open(inline.SelectionSet, Narrowed(type, inline.TypeCondition));
                return true;
            case FragmentSpreadNode spread when fragments.TryGetValue(spread.Name.Value, out var fragment):
                Open(fragment.SelectionSet, Narrowed(type, fragment.TypeCondition));
                return true;
            default:
                return true;
        }
    }

    // The schema changes with the server's next start, and what of it is seen may depend on who asks.
    private bool Collect(FieldNode node, NamedType type)
    {
        if (node.Name.Value is "__schema" or "__type")
            return false;
        if (schema.FindField(type, node.Name.Value) is not { IsMetaField: false } field)
            return true;
        foreach (var possible in type.PossibleTypes)
        {
            steps++;
            if (possible.Fields.TryGetValue(field.Name, out var definition) && model.Of(definition) is { } hint)
                hints.Add(hint);
        }

        if (node.SelectionSet is { } below)
            Open(below, field.Type.NamedType);
        return true;
    }

    // An object is no other type because a fragment asks for an interface of it.
    private NamedType Narrowed(NamedType type, NamedTypeNode? condition) =>
        condition is null || !schema.TryGetType(condition.Name.Value, out var named) || (type is ObjectType only && named.IsPossibleType(only)) ? type : named;

    private void Open(SelectionSetNode set, NamedType type)
    {
        if (seen.Add((set, type)))
            open.Push((set, type));
    }
}
