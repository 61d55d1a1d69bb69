using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types.DocumentRules;

/// <summary>No two arguments of a field or directive have one name (spec 3.6.1, 3.13).</summary>
internal sealed class UniqueArgumentDefinitionNames : SchemaDocumentRule
{
    public override void Check(SchemaDocumentContext context)
    {
        foreach (var definition in context.Document.Definitions)
        {
            if (definition is DirectiveDefinitionNode directive)
                Check(context, "@" + directive.Name.Value, directive.Arguments);
            if (definition is not IHasFields type)
                continue;
            foreach (var field in type.Fields)
                Check(context, $"{((IHasName)definition).Name.Value}.{field.Name.Value}", field.Arguments);
        }
    }

    private void Check(SchemaDocumentContext context, string owner, ImmutableArray<InputValueDefinitionNode> arguments)
    {
        if (arguments.Length < 2)
            return;
        context.ReportGrouped(
            this,
            arguments.Select(a => a.Name),
            name => $"Argument \"{owner}({name}:)\" can only be defined once.",
            name => $"{owner}({name}:)");
    }
}
