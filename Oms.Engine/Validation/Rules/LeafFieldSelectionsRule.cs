using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>Leaves are selected as they are, everything else by its fields.</summary>
/// <remarks>
/// A scalar or enum has no fields to select; an object, interface or union has no value but its fields.
/// <see href="https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections"/>
/// </remarks>
internal sealed class LeafFieldSelectionsRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.EnterField;

    public override void EnterField(FieldNode field)
    {
        if (Context.TypeInfo.Type is not { } type)
            return;
        if (type.NamedType.IsLeafType)
        {
            if (field.SelectionSet is { } selectionSet)
                Context.Report($"Field \"{Name(field)}\" is of type \"{type}\", which has no fields to select.", selectionSet);
        }
        else if (field.SelectionSet is null or { Selections.IsEmpty: true })
        {
            Context.Report($"Field \"{Name(field)}\" is of type \"{type}\": say which of its fields you want.", field);
        }
    }

    private static string Name(FieldNode field) => ValidationContext.Shorten(field.Name.Value);
}
