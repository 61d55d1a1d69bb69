namespace Oms.Engine.Types.DocumentRules;

/// <summary>A schema has at most one schema definition (spec 3.3).</summary>
internal sealed class LoneSchemaDefinition : SchemaDocumentRule
{
    public override void Check(SchemaDocumentContext context)
    {
        foreach (var definition in context.Document.SchemaDefinitions.Skip(1))
            context.Report(this, "There can be only one schema definition.", null, definition);
    }
}
