using Oms.Engine.Language;
using Oms.Engine.Limits;

namespace Oms.Engine.Validation.Rules;

/// <summary>Introspection does not follow lists of lists.</summary>
/// <remarks>
/// Each of <c>fields</c>, <c>inputFields</c>, <c>interfaces</c> and <c>possibleTypes</c> multiplies the answer, so at most two of them may
/// nest below <c>__schema</c> or <c>__type</c>. The specification has no such rule; the reference implementation recommends it.
/// </remarks>
internal sealed class MaxIntrospectionDepthRule(ValidationContext context) : ValidationRule(context)
{
    private const int MaxLists = 2;

    // How many lists may still nest at a fragment's spread is at most 2, so each fragment is looked at once a number of lists above it.
    private readonly HashSet<(string Fragment, int Lists)> _visited = [];

    private FieldNode? _reported;

    public override ValidationEvents Events => ValidationEvents.EnterField | ValidationEvents.LeaveField;

    public override void EnterField(FieldNode field)
    {
        if (_reported is not null || field.Name.Value is not ("__schema" or "__type") || !Exceeds(field))
            return;
        Context.Report("Introspection nests too many lists of fields, input fields, interfaces and possible types.", [field.Location], LimitErrorCodes.IntrospectionDepth);
        _reported = field;
    }

    public override void LeaveField(FieldNode field)
    {
        if (ReferenceEquals(_reported, field))
            _reported = null;
    }

    private bool Exceeds(FieldNode root)
    {
        if (root.SelectionSet is null)
            return false;
        _visited.Clear();
        var pending = new Stack<(SelectionSetNode Set, int Lists)>();
        pending.Push((root.SelectionSet, 0));
        while (pending.TryPop(out var current))
        {
            foreach (var selection in current.Set.Selections)
            {
                if (!Context.Spend(1))
                    return false;
                if (Next(selection, current.Lists) is not { } next)
                    continue;
                if (next.Lists > MaxLists)
                    return true;
                if (next.Set is not null)
                    pending.Push((next.Set, next.Lists));
            }
        }

        return false;
    }

    private (SelectionSetNode? Set, int Lists)? Next(SelectionNode selection, int lists)
    {
        switch (selection)
        {
            case FieldNode field:
                var isList = field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields";
                return (field.SelectionSet, isList ? lists + 1 : lists);
            case InlineFragmentNode inline:
                return (inline.SelectionSet, lists);
            case FragmentSpreadNode spread when _visited.Add((spread.Name.Value, lists)):
                return Context.FindFragment(spread.Name.Value) is { } fragment ? (fragment.SelectionSet, lists) : null;
            default:
                return null;
        }
    }
}
