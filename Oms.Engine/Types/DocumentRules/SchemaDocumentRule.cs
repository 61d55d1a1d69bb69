namespace Oms.Engine.Types.DocumentRules;

/// <summary>A rule about the definitions of a schema's documents. Rules hold no state.</summary>
internal abstract class SchemaDocumentRule
{
    /// <summary>The name of the rule in errors.</summary>
    public string Name => GetType().Name;

    /// <summary>Reports every violation.</summary>
    /// <param name="context">The documents, and where to report.</param>
    public abstract void Check(SchemaDocumentContext context);
}
