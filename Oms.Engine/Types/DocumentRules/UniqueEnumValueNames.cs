using Oms.Engine.Language;

namespace Oms.Engine.Types.DocumentRules;

/// <summary>No two values of an enum have one name, extensions included (spec 3.9).</summary>
internal sealed class UniqueEnumValueNames : SchemaDocumentRule
{
    public override void Check(SchemaDocumentContext context)
    {
        foreach (var type in context.Document.Definitions.Where(d => d is IHasEnumValues).GroupBy(d => ((IHasName)d).Name.Value, StringComparer.Ordinal))
        {
            context.ReportRepeated(
                this,
                type.SelectMany(d => ((IHasEnumValues)d).Values).Select(v => v.Name),
                name => $"Enum value \"{type.Key}.{name}\" can only be defined once.",
                name => $"{type.Key}.{name}");
        }
    }
}
