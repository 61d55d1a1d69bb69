namespace Oms.Engine.Types.DocumentRules;

/// <summary>No two types have one name (spec 3.3).</summary>
internal sealed class UniqueTypeNames : SchemaDocumentRule
{
    public override void Check(SchemaDocumentContext context) => context.ReportRepeated(
        this,
        context.Document.TypeDefinitions.Select(d => d.Name),
        name => $"There can be only one type named \"{name}\".",
        name => name);
}
