using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types.DocumentRules;

/// <summary>An argument is given at most once (spec 5.4.2).</summary>
internal sealed class UniqueArgumentNames : SchemaDocumentRule
{
    public override void Check(SchemaDocumentContext context)
    {
        foreach (var directive in context.Index.Directives)
            Check(context, directive.Arguments);
        foreach (var field in context.Index.Fields)
            Check(context, field.Arguments);
    }

    private void Check(SchemaDocumentContext context, ImmutableArray<ArgumentNode> arguments)
    {
        if (arguments.Length < 2)
            return;
        context.ReportGrouped(this, arguments.Select(a => a.Name), name => $"There can be only one argument named \"{name}\".", _ => null);
    }
}
