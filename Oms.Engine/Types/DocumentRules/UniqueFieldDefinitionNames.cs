using Oms.Engine.Language;

namespace Oms.Engine.Types.DocumentRules;

/// <summary>No two fields of a type have one name, extensions included (spec 3.6, 3.7, 3.10).</summary>
internal sealed class UniqueFieldDefinitionNames : SchemaDocumentRule
{
    public override void Check(SchemaDocumentContext context)
    {
        var definitions = context.Document.Definitions.Where(d => d is IHasFields or IHasInputFields);
        foreach (var type in definitions.GroupBy(d => ((IHasName)d).Name.Value, StringComparer.Ordinal))
        {
            context.ReportRepeated(
                this,
                type.SelectMany(FieldNames),
                name => $"Field \"{type.Key}.{name}\" can only be defined once.",
                name => $"{type.Key}.{name}");
        }
    }

    private static IEnumerable<NameNode> FieldNames(DefinitionNode definition) => definition is IHasFields type
        ? type.Fields.Select(f => f.Name)
        : ((IHasInputFields)definition).Fields.Select(f => f.Name);
}
