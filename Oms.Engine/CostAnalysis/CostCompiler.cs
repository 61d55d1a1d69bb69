using System.Runtime.CompilerServices;
using System.Text;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Limits;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.CostAnalysis;

/// <summary>
/// Prepares the cost of an operation: fragments spread out, fields of one response name merged, what <c>@skip</c> and <c>@include</c> leave
/// out left out.
/// </summary>
internal sealed class CostCompiler
{
    // A document within the other limits needs less; type conditions that cross each other at every level would need any number.
    private const int MaxFields = 200_000;

    private readonly Schema schema;
    private readonly CostModel model;
    private readonly SelectionConditions conditions;
    private readonly Dictionary<string, FragmentDefinitionNode>? fragments;
    private int work;

    private CostCompiler(Schema schema, CostModel model, DocumentNode document, SelectionConditions conditions)
    {
        (this.schema, this.model, this.conditions) = (schema, model, conditions);
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
                (fragments ??= new(StringComparer.Ordinal)).TryAdd(fragment.Name.Value, fragment);
        }
    }

    /// <summary>Prepares an operation whose root type the schema has.</summary>
    /// <exception cref="GraphQLException">Its fragments cross each other so often that the cost cannot be told.</exception>
    public static SelectionCost Compile(
        Schema schema, CostModel model, DocumentNode document, OperationDefinitionNode operation, SelectionConditions conditions) =>
        new CostCompiler(schema, model, document, conditions).Compile(schema.GetRootType(operation.Operation)!, [operation.SelectionSet]);

    private SelectionCost Compile(NamedType type, SelectionSetNode[] sets)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (type is ObjectType only && sets is [var plain] && PlainSelections.IsPlain(plain))
            return new SelectionCost([new SelectionCost.Alternative(model.Of(only), CompilePlain(only, plain))]);
        var selected = new List<Selected>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in sets)
            Collect(set, type, [], visited, selected);
        return new SelectionCost([.. ClassesOf(type, selected).Select(types => Compile(types, selected))]);
    }

    private SelectedFieldCost[] CompilePlain(ObjectType type, SelectionSetNode set)
    {
        var (fields, compiled) = (new SelectedFieldCost[set.Selections.Length], 0);
        foreach (var selection in set.Selections)
        {
            Spend();
            var node = (FieldNode)selection;
            if (Compile(node, type, node.SelectionSet is { } below ? [below] : []) is { } field)
                fields[compiled++] = field;
        }

        return compiled == fields.Length ? fields : fields[..compiled];
    }

    private SelectionCost.Alternative Compile(List<ObjectType> types, List<Selected> selected)
    {
        var groups = new Dictionary<string, List<Selected>>(StringComparer.Ordinal);
        foreach (var field in selected)
        {
            Spend();
            if (!field.Conditions.All(condition => condition.IsPossibleType(types[0])))
                continue;
            var name = field.Node.ResponseName.Value;
            if (!groups.TryGetValue(name, out var group))
                groups.Add(name, group = []);
            group.Add(field);
        }

        var fields = new List<SelectedFieldCost>(groups.Count);
        foreach (var group in groups.Values)
        {
            if (Compile(group[0].Node, group[0].Parent, [.. group.Select(selected => selected.Node.SelectionSet).OfType<SelectionSetNode>()]) is { } field)
                fields.Add(field);
        }

        return new SelectionCost.Alternative(types.Max(model.Of), [.. fields]);
    }

    private SelectedFieldCost? Compile(FieldNode node, NamedType parent, SelectionSetNode[] sets)
    {
        if (schema.FindField(parent, node.Name.Value) is not { IsMetaField: false } definition)
            return null;
        var below = definition.Type.NamedType;
        var children = below.IsCompositeType ? Compile(below, sets) : null;
        return new SelectedFieldCost(node, definition, model, children);
    }

    // Object types for which the same conditions hold have the same fields.
    private static IEnumerable<List<ObjectType>> ClassesOf(NamedType type, List<Selected> selected)
    {
        var conditions = selected.SelectMany(field => field.Conditions).Distinct().ToArray();
        if (type is ObjectType only)
            return [[only]];
        if (type.PossibleTypes.IsEmpty)
            return [];
        if (conditions.Length == 0)
            return [[.. type.PossibleTypes]];
        var classes = new Dictionary<string, List<ObjectType>>(StringComparer.Ordinal);
        foreach (var possible in type.PossibleTypes)
        {
            var key = new StringBuilder(conditions.Length);
            foreach (var condition in conditions)
                key.Append(condition.IsPossibleType(possible) ? '1' : '0');
            if (!classes.TryGetValue(key.ToString(), out var members))
                classes.Add(key.ToString(), members = []);
            members.Add(possible);
        }

        return classes.Values;
    }

    private void Collect(SelectionSetNode set, NamedType parent, NamedType[] around, HashSet<string> visited, List<Selected> selected)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var selection in set.Selections)
        {
            Spend();
            if (!conditions.Includes(selection.Directives, out _))
                continue;
            switch (selection)
            {
                case FieldNode field:
                    selected.Add(new Selected(field, parent, around));
                    break;
                case InlineFragmentNode inline:
                    CollectFragment(inline.SelectionSet, inline.TypeCondition, parent, around, visited, selected);
                    break;
                // Under other conditions the same fragment can be there for other types.
                case FragmentSpreadNode spread when fragments is not null && visited.Add(Key(spread, around)) && fragments.TryGetValue(spread.Name.Value, out var fragment):
                    CollectFragment(fragment.SelectionSet, fragment.TypeCondition, parent, around, visited, selected);
                    break;
            }
        }
    }

    private void CollectFragment(
        SelectionSetNode set, NamedTypeNode? condition, NamedType parent, NamedType[] around, HashSet<string> visited, List<Selected> selected)
    {
        if (condition is null || condition.Name.Value == parent.Name)
            Collect(set, parent, around, visited, selected);
        else if (schema.TryGetType(condition.Name.Value, out var type))
            Collect(set, type, around.Contains(type) ? around : [.. around, type], visited, selected);
    }

    private static string Key(FragmentSpreadNode spread, NamedType[] around) =>
        around.Length == 0 ? spread.Name.Value : $"{spread.Name.Value} {string.Join(' ', around.Select(type => type.Name))}";

    private void Spend()
    {
        if (++work > MaxFields)
            throw new GraphQLException(new GraphQLError("The fragments of the operation cross each other too often for its cost to be told.") { Code = LimitErrorCodes.Cost });
    }

    private readonly record struct Selected(FieldNode Node, NamedType Parent, NamedType[] Conditions);
}
