namespace Oms.Engine.Types.DocumentRules;

/// <summary>A field of an object literal is given at most once (spec 5.6.3).</summary>
internal sealed class UniqueInputFieldNames : SchemaDocumentRule
{
    public override void Check(SchemaDocumentContext context)
    {
        foreach (var value in context.Index.ObjectValues)
        {
            context.ReportRepeated(
                this,
                value.Fields.Select(f => f.Name),
                name => $"There can be only one input field named \"{name}\".",
                _ => null);
        }
    }
}
