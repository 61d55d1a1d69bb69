using Oms.Engine.Language;

namespace Oms.Engine.Types.DocumentRules;

/// <summary>Applied directives are given every argument they require (spec 5.4.3).</summary>
internal sealed class ProvidedRequiredArguments : SchemaDocumentRule
{
    public override void Check(SchemaDocumentContext context)
    {
        foreach (var directive in context.Index.Directives)
        {
            if (!context.Directives.TryGetValue(directive.Name.Value, out var definition))
                continue;
            foreach (var argument in definition.Arguments)
                Check(context, directive, argument);
        }
    }

    private void Check(SchemaDocumentContext context, DirectiveNode directive, InputValueDefinitionNode argument)
    {
        var name = argument.Name.Value;
        if (argument.Type is not NonNullTypeNode || argument.DefaultValue is not null || directive.Arguments.Any(a => a.Name.Value == name))
            return;
        var coordinate = $"@{directive.Name.Value}({name}:)";
        context.Report(this, $"Argument \"{coordinate}\" of type \"{argument.Type}\" is required, but it was not provided.", coordinate, directive);
    }
}
