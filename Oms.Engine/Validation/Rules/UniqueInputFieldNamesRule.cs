using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>A field of an input object is given once.</summary>
/// <remarks>
/// Of two values for one field neither would be the right one.
/// <see href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness"/>
/// </remarks>
internal sealed class UniqueInputFieldNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _seen = new(StringComparer.Ordinal);

    public override ValidationEvents Events => ValidationEvents.EnterValue;

    public override void EnterValue(ValueNode value)
    {
        if (value is not ObjectValueNode { Fields.Length: > 1 } literal)
            return;
        _seen.Clear();
        foreach (var field in literal.Fields)
        {
            if (!_seen.TryAdd(field.Name.Value, field.Name))
                Context.Report($"Input field \"{ValidationContext.Shorten(field.Name.Value)}\" is given more than once.", _seen[field.Name.Value], field.Name);
        }
    }
}
