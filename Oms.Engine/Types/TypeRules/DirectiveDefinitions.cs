namespace Oms.Engine.Types.TypeRules;

/// <summary>Directive definitions (spec 3.13): names, arguments, and no directive that applies to itself.</summary>
internal static class DirectiveDefinitions
{
    public static void Check(DirectiveDefinition directive, SchemaErrorList errors)
    {
        ReservedNames.Check(directive, directive.DefinitionNode, errors);
        foreach (var argument in directive.Arguments)
            InputValues.Check(argument, errors);
    }
}
