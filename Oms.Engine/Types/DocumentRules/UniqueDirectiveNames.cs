namespace Oms.Engine.Types.DocumentRules;

/// <summary>No two directives have one name (spec 3.13).</summary>
internal sealed class UniqueDirectiveNames : SchemaDocumentRule
{
    public override void Check(SchemaDocumentContext context) => context.ReportRepeated(
        this,
        context.Document.DirectiveDefinitions.Select(d => d.Name),
        name => $"There can be only one directive named \"@{name}\".",
        name => "@" + name);
}
