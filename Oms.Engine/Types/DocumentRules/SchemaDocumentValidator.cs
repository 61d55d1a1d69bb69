using System.Collections.Immutable;

namespace Oms.Engine.Types.DocumentRules;

/// <summary>Holds a schema's documents against the rules about definitions, before any type is made.</summary>
internal static class SchemaDocumentValidator
{
    private static readonly ImmutableArray<SchemaDocumentRule> Rules =
    [
        new LoneSchemaDefinition(),
        new UniqueOperationTypes(),
        new UniqueTypeNames(),
        new UniqueEnumValueNames(),
        new UniqueFieldDefinitionNames(),
        new UniqueArgumentDefinitionNames(),
        new UniqueDirectiveNames(),
        new KnownTypeNames(),
        new KnownDirectives(),
        new UniqueDirectivesPerLocation(),
        new PossibleTypeExtensions(),
        new KnownArgumentNames(),
        new UniqueArgumentNames(),
        new UniqueInputFieldNames(),
        new ProvidedRequiredArguments(),
    ];

    public static ImmutableArray<SchemaError> Validate(SchemaDocument document)
    {
        var context = new SchemaDocumentContext(document);
        foreach (var rule in Rules)
            rule.Check(context);
        return context.GetErrors();
    }
}
