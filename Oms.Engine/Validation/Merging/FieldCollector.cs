using System.Runtime.CompilerServices;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Merging;

/// <summary>Collects the fields of selection sets, each set once.</summary>
internal sealed class FieldCollector(ValidationContext context)
{
    private readonly Dictionary<(NamedType?, SelectionSetNode), CollectedFields> _collected = [];

    public CollectedFields Collect(NamedType? parentType, SelectionSetNode selectionSet)
    {
        if (_collected.TryGetValue((parentType, selectionSet), out var fields))
            return fields;
        fields = new CollectedFields();
        AddTo(fields, new HashSet<string>(StringComparer.Ordinal), parentType, selectionSet);
        _collected.Add((parentType, selectionSet), fields);
        return fields;
    }

    public CollectedFields? CollectFragment(string name) =>
        context.FindFragment(name) is { } fragment
            ? Collect(context.Schema.FindType(fragment.TypeCondition) as NamedType, fragment.SelectionSet)
            : null;

    private void AddTo(CollectedFields fields, HashSet<string> fragments, NamedType? parentType, SelectionSetNode selectionSet)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            context.Abort("The document is nested too deeply to be validated.");
            return;
        }

        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    Add(fields, field, parentType);
                    break;
                case FragmentSpreadNode spread when fragments.Add(spread.Name.Value):
                    fields.FragmentNames.Add(spread.Name.Value);
                    break;
                case InlineFragmentNode inline:
                    var type = inline.TypeCondition is { } condition ? context.Schema.FindType(condition) as NamedType : parentType;
                    AddTo(fields, fragments, type, inline.SelectionSet);
                    break;
            }
        }
    }

    private static void Add(CollectedFields fields, FieldNode field, NamedType? parentType)
    {
        FieldDefinition? definition = null;
        if (parentType is ComplexType type)
            type.Fields.TryGetValue(field.Name.Value, out definition);
        var name = field.ResponseName.Value;
        if (!fields.ByResponseName.TryGetValue(name, out var list))
            fields.ByResponseName.Add(name, list = []);
        list.Add(new SelectedField(field, parentType, definition));
    }
}
