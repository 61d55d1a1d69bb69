using Oms.Engine.Execution.Incremental;
using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>The root fields of a mutation or subscription are neither deferred nor streamed.</summary>
/// <remarks>
/// Those of a mutation are executed in their order, those of a subscription once for each event; neither leaves anything for later.
/// <see href="https://spec.graphql.org/draft/#sec-Defer-And-Stream-Directives-Are-Used-On-Valid-Root-Field"/>
/// </remarks>
internal sealed class DeferStreamDirectiveOnRootFieldRule(ValidationContext context) : ValidationRule(context)
{
    // Fragments in which an earlier operation found nothing wrong.
    private readonly HashSet<string> _clean = new(StringComparer.Ordinal);

    public override ValidationEvents Events => ValidationEvents.EnterOperation;

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation == OperationType.Query || Context.Schema.GetRootType(operation.Operation) is null)
            return;
        var visited = new HashSet<string>(StringComparer.Ordinal);
        if (Check(operation, visited))
            _clean.UnionWith(visited);
    }

    private bool Check(OperationDefinitionNode operation, HashSet<string> visited)
    {
        var isClean = true;
        var pending = new Stack<SelectionNode>(operation.SelectionSet.Selections.Reverse());
        while (pending.TryPop(out var selection) && Context.Spend(1))
        {
            FragmentDefinitionNode? fragment = null;
            if (selection is FragmentSpreadNode spread && (!visited.Add(spread.Name.Value) || (fragment = Context.FindFragment(spread.Name.Value)) is null))
                continue;
            var name = selection is FieldNode ? IncrementalDirectives.Stream : IncrementalDirectives.Defer;
            if (IncrementalDirectives.Find(selection.Directives, name) is { } directive)
            {
                isClean = false;
                Context.Report($"@{name} can not be used on root fields of a {operation.Operation.ToString().ToLowerInvariant()}.", directive);
            }

            var inner = selection is InlineFragmentNode inline ? inline.SelectionSet
                : fragment is not null && !_clean.Contains(fragment.Name.Value) ? fragment.SelectionSet
                : null;
            for (var i = inner?.Selections.Length - 1 ?? -1; i >= 0; i--)
                pending.Push(inner!.Selections[i]);
        }

        return isClean;
    }
}
