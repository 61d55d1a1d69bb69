using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>Every fragment is used.</summary>
/// <remarks>
/// An operation of the document spreads it, directly or through other fragments.
/// <see href="https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used"/>
/// </remarks>
internal sealed class NoUnusedFragmentsRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.LeaveDocument;

    public override void LeaveDocument(DocumentNode document)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<ExecutableDefinitionNode>(document.Definitions.OfType<OperationDefinitionNode>());
        while (pending.TryPop(out var definition))
        {
            foreach (var spread in Context.GetSpreads(definition.SelectionSet))
            {
                if (used.Add(spread.Name.Value) && Context.FindFragment(spread.Name.Value) is { } fragment)
                    pending.Push(fragment);
            }
        }

        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (!used.Contains(fragment.Name.Value))
                Context.Report($"Fragment \"{ValidationContext.Shorten(fragment.Name.Value)}\" is not used.", fragment);
        }
    }
}
