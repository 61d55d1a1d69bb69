using Oms.Engine.Language;
using Oms.Engine.Types;
using Oms.Engine.Validation;

namespace Oms.Engine.Limits;

/// <summary>
/// The selections of a valid document as a list in which every selection stands behind the one around it, and every fragment before what
/// spreads it. A sum or longest way over the expanded document is then one pass backwards, whatever the size of the expansion.
/// </summary>
internal sealed class SelectionGraph
{
    private readonly List<Selection> _selections = [];
    private readonly List<Part> _parts = [];
    private readonly Dictionary<string, int> _fragmentParts = new(StringComparer.Ordinal);
    private readonly ValidationContext _context;
    private long[] _below = [];

    public SelectionGraph(ValidationContext context)
    {
        _context = context;
        foreach (var fragment in FragmentsInOrder(context))
        {
            _fragmentParts.Add(fragment.Name.Value, _parts.Count);
            Add(fragment, context.Schema.FindType(fragment.TypeCondition) as NamedType);
        }

        foreach (var operation in context.Document.Definitions.OfType<OperationDefinitionNode>())
            Add(operation, context.Schema.GetRootType(operation.Operation));
    }

    public IReadOnlyList<Selection> Selections => _selections;

    /// <summary>The greatest sum of weights on a way from an operation's root down.</summary>
    /// <param name="weight">What a field counts.</param>
    /// <returns>Each operation with its sum.</returns>
    public IEnumerable<(OperationDefinitionNode Operation, long Value)> LongestWays(Func<Selection, int> weight) => Fold(weight, Math.Max);

    /// <summary>The sum of weights of everything an operation selects, as if fragments stood where they are spread.</summary>
    /// <param name="weight">What a field counts.</param>
    /// <returns>Each operation with its sum, which stops at <see cref="int.MaxValue"/>.</returns>
    public IEnumerable<(OperationDefinitionNode Operation, long Value)> Sums(Func<Selection, int> weight) =>
        Fold(weight, static (a, b) => Math.Min(a + b, int.MaxValue));

    private IEnumerable<(OperationDefinitionNode Operation, long Value)> Fold(Func<Selection, int> weight, Func<long, long, long> combine)
    {
        _below = new long[_selections.Count];
        var values = new long[_parts.Count];
        for (var part = 0; part < _parts.Count; part++)
        {
            values[part] = Fold(_parts[part], values, weight, combine);
            if (_parts[part].Definition is OperationDefinitionNode operation)
                yield return (operation, values[part]);
        }
    }

    private long Fold(Part part, long[] values, Func<Selection, int> weight, Func<long, long, long> combine)
    {
        var total = 0L;
        for (var i = part.End - 1; i >= part.Start; i--)
        {
            var selection = _selections[i];
            var value = selection.FragmentPart >= 0 ? values[selection.FragmentPart] : weight(selection) + _below[i];
            if (selection.Parent < 0)
                total = combine(total, value);
            else
                _below[selection.Parent] = combine(_below[selection.Parent], value);
        }

        return total;
    }

    // Depth first without recursion: a fragment comes after all it spreads. There are no circles in a valid document.
    private static List<FragmentDefinitionNode> FragmentsInOrder(ValidationContext context)
    {
        var ordered = new List<FragmentDefinitionNode>();
        var entered = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<(FragmentDefinitionNode Fragment, bool IsDone)>();
        foreach (var start in context.Document.Definitions.OfType<FragmentDefinitionNode>())
        {
            pending.Push((start, false));
            while (pending.TryPop(out var next))
            {
                if (next.IsDone)
                {
                    ordered.Add(next.Fragment);
                }
                else if (entered.Add(next.Fragment.Name.Value))
                {
                    pending.Push((next.Fragment, true));
                    foreach (var spread in context.GetSpreads(next.Fragment.SelectionSet))
                        pending.Push((context.FindFragment(spread.Name.Value)!, false));
                }
            }
        }

        return ordered;
    }

    private void Add(ExecutableDefinitionNode definition, NamedType? type)
    {
        var start = _selections.Count;
        var pending = new Stack<(SelectionSetNode Set, NamedType? Type, int Parent)>();
        pending.Push((definition.SelectionSet, type, -1));
        var spreads = new HashSet<(int Parent, int Fragment)>();
        while (pending.TryPop(out var current))
        {
            foreach (var selection in current.Set.Selections)
                Add(selection, current.Type, current.Parent, pending, spreads);
        }

        _parts.Add(new Part(definition, start, _selections.Count));
    }

    private void Add(
        SelectionNode node, NamedType? type, int parent, Stack<(SelectionSetNode Set, NamedType? Type, int Parent)> pending, HashSet<(int Parent, int Fragment)> spreads)
    {
        switch (node)
        {
            case FieldNode field:
                var definition = type is null ? null : _context.Schema.FindField(type, field.Name.Value);
                if (field.SelectionSet is not null)
                    pending.Push((field.SelectionSet, definition?.Type.NamedType, _selections.Count));
                _selections.Add(new Selection(field, definition, parent, -1));
                break;
            case InlineFragmentNode inline:
                var condition = inline.TypeCondition is null ? type : _context.Schema.FindType(inline.TypeCondition) as NamedType;
                pending.Push((inline.SelectionSet, condition, parent));
                break;
            case FragmentSpreadNode spread:
                var part = _fragmentParts[spread.Name.Value];
                if (spreads.Add((parent, part)))
                    _selections.Add(new Selection(null, null, parent, part));
                break;
        }
    }

    /// <summary>A field, or a spread.</summary>
    /// <param name="Field">The field; null for a spread.</param>
    /// <param name="Definition">The definition of the field.</param>
    /// <param name="Parent">The index of the field around it; -1 at the root of an operation or fragment.</param>
    /// <param name="FragmentPart">The index of the fragment that is spread; -1 for a field.</param>
    internal readonly record struct Selection(FieldNode? Field, FieldDefinition? Definition, int Parent, int FragmentPart);

    private readonly record struct Part(ExecutableDefinitionNode Definition, int Start, int End);
}
