namespace Oms.Engine.Instrumentation;

/// <summary>What the activities of <c>AddInstrumentation</c> say.</summary>
public sealed class InstrumentationOptions
{
    /// <summary>
    /// Whether the attribute <c>graphql.document</c> has the document, cut after 4096 bytes; false by default, for documents may have
    /// literals that are nobody else's business.
    /// </summary>
    public bool IncludeDocument { get; set; }

    /// <summary>
    /// Whether the operation's name is part of the activity's name. False by default, as the semantic conventions ask, since clients
    /// choose it.
    /// </summary>
    public bool RenameRootActivity { get; set; }
}
