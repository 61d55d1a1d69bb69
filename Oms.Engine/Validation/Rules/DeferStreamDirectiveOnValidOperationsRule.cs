using Oms.Engine.Execution.Incremental;
using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>Nothing of a subscription is deferred or streamed, unless a variable can turn that off.</summary>
/// <remarks>
/// The answer to an event is one response; a fragment that queries share says so by <c>if</c>.
/// <see href="https://spec.graphql.org/draft/#sec-Defer-And-Stream-Directives-Are-Used-On-Valid-Operations"/>
/// </remarks>
internal sealed class DeferStreamDirectiveOnValidOperationsRule(ValidationContext context) : ValidationRule(context)
{
    // Fragments in which an earlier operation found nothing wrong.
    private readonly HashSet<string> _clean = new(StringComparer.Ordinal);

    public override ValidationEvents Events => ValidationEvents.EnterOperation;

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationType.Subscription)
            return;
        var visited = new HashSet<string>(StringComparer.Ordinal);
        if (Check(operation, visited))
            _clean.UnionWith(visited);
    }

    private bool Check(OperationDefinitionNode operation, HashSet<string> visited)
    {
        var isClean = true;
        var pending = new Stack<(SelectionNode Selection, SpreadPath? Within)>();
        Push(pending, operation.SelectionSet, null);
        while (pending.TryPop(out var next) && Context.Spend(1))
        {
            if (MayBeLeftOut(next.Selection))
                continue;
            foreach (var directive in next.Selection.Directives)
            {
                if (directive.Name.Value is not (IncrementalDirectives.Defer or IncrementalDirectives.Stream) || MayBeOff(directive))
                    continue;
                isClean = false;
                Context.Report(
                    $"@{directive.Name.Value} is not supported in subscriptions; set its argument \"if\" to false, by a variable where queries share the fragment.",
                    [directive.Location, .. SpreadPath.Locations(next.Within)]);
            }

            if (next.Selection is FieldNode { SelectionSet: { } below })
                Push(pending, below, next.Within);
            else if (next.Selection is InlineFragmentNode inline)
                Push(pending, inline.SelectionSet, next.Within);
            else if (next.Selection is FragmentSpreadNode spread && !_clean.Contains(spread.Name.Value) && visited.Add(spread.Name.Value)
                && Context.FindFragment(spread.Name.Value) is { } fragment)
                Push(pending, fragment.SelectionSet, new SpreadPath(spread, next.Within));
        }

        return isClean;
    }

    private static void Push(Stack<(SelectionNode, SpreadPath?)> pending, SelectionSetNode set, SpreadPath? within)
    {
        for (var i = set.Selections.Length - 1; i >= 0; i--)
            pending.Push((set.Selections[i], within));
    }

    // @skip without its argument breaks another rule, and says nothing here.
    private static bool MayBeLeftOut(SelectionNode selection) =>
        (IncrementalDirectives.Find(selection.Directives, "skip") is { } skip
            && IncrementalDirectives.ArgumentOf(skip, "if") is not BooleanValueNode { Value: false })
        || (IncrementalDirectives.Find(selection.Directives, "include") is { } include
            && IncrementalDirectives.ArgumentOf(include, "if") is { } condition and not BooleanValueNode { Value: true });

    private static bool MayBeOff(DirectiveNode directive) =>
        IncrementalDirectives.ArgumentOf(directive, "if") is VariableNode or BooleanValueNode { Value: false };

    /// <summary>The spreads that lead from the operation to a selection, the innermost first.</summary>
    private sealed record SpreadPath(FragmentSpreadNode Spread, SpreadPath? Outer)
    {
        public static IEnumerable<Location> Locations(SpreadPath? path)
        {
            for (; path is not null; path = path.Outer)
                yield return path.Spread.Location;
        }
    }
}
