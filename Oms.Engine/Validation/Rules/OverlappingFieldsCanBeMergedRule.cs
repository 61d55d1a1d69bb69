using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Types;
using Oms.Engine.Validation.Merging;

namespace Oms.Engine.Validation.Rules;

/// <summary>Fields of one response name can be merged.</summary>
/// <remarks>
/// Selected from objects that can be the same, they are the same field with the same arguments, and what is selected below them can be
/// merged too. Selected from different object types, at least the shape of their values is the same.
/// <see href="https://spec.graphql.org/September2025/#sec-Field-Selection-Merging"/>
/// </remarks>
internal sealed class OverlappingFieldsCanBeMergedRule : ValidationRule
{
    private readonly FieldCollector _collector;
    private readonly FieldComparison _comparison = new();
    private readonly MergeCheck _check;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private ConflictSearch? _search;

    public OverlappingFieldsCanBeMergedRule(ValidationContext context)
        : base(context)
    {
        _collector = new FieldCollector(context);
        _check = new MergeCheck(context, _collector, _comparison);
    }

    public override ValidationEvents Events => ValidationEvents.SelectionSet;

    public override void SelectionSet(SelectionSetNode selectionSet)
    {
        if (IsPlainlyDistinct(selectionSet))
            return;
        var parentType = Context.TypeInfo.ParentType;
        if (!_check.CanMerge(parentType, selectionSet))
            Search(parentType, selectionSet);
    }

    // Most selection sets are a few fields of different names: no need to collect anything.
    private bool IsPlainlyDistinct(SelectionSetNode selectionSet)
    {
        if (selectionSet.Selections is [not InlineFragmentNode] || PlainSelections.IsPlain(selectionSet))
            return true;
        _names.Clear();
        foreach (var selection in selectionSet.Selections)
        {
            if (selection is not FieldNode field || !_names.Add(field.ResponseName.Value))
                return false;
        }

        return true;
    }

    private void Search(NamedType? parentType, SelectionSetNode selectionSet)
    {
        _search ??= new ConflictSearch(Context, _collector, _comparison);
        foreach (var conflict in _search.FindWithin(parentType, selectionSet, Context.RemainingErrors))
        {
            Context.Report(
                $"Fields \"{ValidationContext.Shorten(conflict.ResponseName)}\" cannot be merged because {conflict.DescribeReason()}. Give them different aliases if both are wanted.",
                [.. conflict.Fields.Select(field => field.Location)]);
        }

        if (_search.IsExhausted)
            Context.Abort("The document is too complex to be validated: too many fields share a response name.");
    }
}
