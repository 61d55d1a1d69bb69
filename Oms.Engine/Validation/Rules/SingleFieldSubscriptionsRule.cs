using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Rules;

/// <summary>A subscription selects one root field.</summary>
/// <remarks>
/// It has one source of events. The field may be selected more than once under one response name; it may not be a meta field, and the root
/// selection may not use <c>@skip</c> or <c>@include</c>, so that which field it is does not depend on variables.
/// <see href="https://spec.graphql.org/September2025/#sec-Single-Root-Field"/>
/// </remarks>
internal sealed class SingleFieldSubscriptionsRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, List<Location>> _byResponseName = new(StringComparer.Ordinal);
    private readonly List<string> _responseNames = [];
    private readonly List<FieldNode> _firstFields = [];
    private readonly List<Location> _conditions = [];
    private readonly HashSet<string> _visitedFragments = new(StringComparer.Ordinal);

    public override ValidationEvents Events => ValidationEvents.EnterOperation;

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationType.Subscription || Context.Schema.SubscriptionType is not { } root)
            return;
        Clear();
        Collect(operation.SelectionSet, root);
        if (_conditions.Count > 0)
        {
            Context.Report("The root selection of a subscription may not depend on @skip or @include.", _conditions.ToArray());
            return;
        }

        if (_responseNames.Count == 0)
            Context.Report("A subscription has to select a root field.", operation.SelectionSet);
        else if (_responseNames.Count > 1)
            Context.Report("A subscription may select only one root field.", [.. _responseNames.Skip(1).SelectMany(name => _byResponseName[name])]);
        ReportMetaFields();
    }

    private void ReportMetaFields()
    {
        for (var i = 0; i < _firstFields.Count; i++)
        {
            if (_firstFields[i].Name.Value.StartsWith("__", StringComparison.Ordinal))
                Context.Report("The root field of a subscription may not be a meta field.", _byResponseName[_responseNames[i]].ToArray());
        }
    }

    private void Clear()
    {
        _byResponseName.Clear();
        _responseNames.Clear();
        _firstFields.Clear();
        _conditions.Clear();
        _visitedFragments.Clear();
    }

    // In source order with fragments in place of their spreads, without recursion: fragments may be chained as long as the document.
    private void Collect(SelectionSetNode selectionSet, ObjectType root)
    {
        var pending = new Stack<SelectionNode>();
        Push(pending, selectionSet);
        while (pending.TryPop(out var selection) && Context.Spend(1))
        {
            if (FindCondition(selection) is { } condition)
                _conditions.Add(condition.Location);
            else if (selection is FieldNode field)
                Add(field);
            else if (selection is InlineFragmentNode inline && Applies(inline.TypeCondition, root))
                Push(pending, inline.SelectionSet);
            else if (selection is FragmentSpreadNode spread
                && Context.FindFragment(spread.Name.Value) is { } fragment
                && Applies(fragment.TypeCondition, root)
                && _visitedFragments.Add(spread.Name.Value))
                Push(pending, fragment.SelectionSet);
        }
    }

    private static void Push(Stack<SelectionNode> pending, SelectionSetNode selectionSet)
    {
        for (var i = selectionSet.Selections.Length - 1; i >= 0; i--)
            pending.Push(selectionSet.Selections[i]);
    }

    private static DirectiveNode? FindCondition(SelectionNode selection)
    {
        DirectiveNode? include = null;
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value == "skip")
                return directive;
            if (directive.Name.Value == "include")
                include ??= directive;
        }

        return include;
    }

    private void Add(FieldNode field)
    {
        var name = field.ResponseName.Value;
        if (!_byResponseName.TryGetValue(name, out var places))
        {
            _byResponseName.Add(name, places = []);
            _responseNames.Add(name);
            _firstFields.Add(field);
        }

        places.Add(field.Location);
    }

    private bool Applies(NamedTypeNode? condition, ObjectType root) =>
        condition is null || (Context.Schema.FindType(condition) is NamedType type && type.IsPossibleType(root));
}
