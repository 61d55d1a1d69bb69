using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>Selected fields exist on the type they are selected from.</summary>
/// <remarks>
/// Every composite type has <c>__typename</c>, and nothing else can be selected from a union directly.
/// <see href="https://spec.graphql.org/September2025/#sec-Field-Selections"/>
/// </remarks>
internal sealed class FieldsOnCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.EnterField;

    public override void EnterField(FieldNode field)
    {
        if (Context.TypeInfo is { ParentType: { } parent, Field: null })
            Context.Report($"Type \"{parent.Name}\" has no field \"{ValidationContext.Shorten(field.Name.Value)}\".", field);
    }
}
