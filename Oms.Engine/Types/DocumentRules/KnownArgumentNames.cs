using Oms.Engine.Language;

namespace Oms.Engine.Types.DocumentRules;

/// <summary>Arguments of applied directives are ones the directive takes (spec 5.4.1).</summary>
internal sealed class KnownArgumentNames : SchemaDocumentRule
{
    public override void Check(SchemaDocumentContext context)
    {
        foreach (var directive in context.Index.Directives)
        {
            if (!context.Directives.TryGetValue(directive.Name.Value, out var definition))
                continue;
            foreach (var argument in directive.Arguments)
                Check(context, definition, argument);
        }
    }

    private void Check(SchemaDocumentContext context, DirectiveDefinitionNode definition, ArgumentNode argument)
    {
        var name = argument.Name.Value;
        if (!definition.Arguments.Any(a => a.Name.Value == name))
            context.Report(this, $"Unknown argument \"{name}\" on directive \"@{definition.Name.Value}\".", "@" + definition.Name.Value, argument);
    }
}
