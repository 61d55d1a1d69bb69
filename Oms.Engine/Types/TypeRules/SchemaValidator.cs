using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types.TypeRules;

/// <summary>Holds a schema against the rules of type validation (spec 3.3 to 3.13) and gives all violations.</summary>
internal static class SchemaValidator
{
    public static ImmutableArray<SchemaError> Validate(Schema schema)
    {
        var errors = new SchemaErrorList();
        RootTypes.Check(schema, errors);
        foreach (var directive in schema.DirectiveDefinitions)
            DirectiveDefinitions.Check(directive, errors);
        foreach (var type in schema.Types)
            CheckType(type, errors);
        InputObjectCycles.Check(schema, errors);
        DefaultValueCycles.Check(schema, errors);
        return errors.ToImmutable();
    }

    private static void CheckType(NamedType type, SchemaErrorList errors)
    {
        if (type.IsBuiltIn)
            return;
        ReservedNames.Check(type, type.DefinitionNode, errors);
        switch (type)
        {
            case ComplexType complex:
                Fields.Check(complex, errors);
                InterfaceImplementation.Check(complex, errors);
                break;
            case UnionType union:
                NonEmpty.Check(union, !NamesMembers(union), "member types", errors);
                break;
            case EnumType enumType:
                EnumValues.Check(enumType, errors);
                break;
            case InputObjectType input:
                InputFields.Check(input, errors);
                break;
        }
    }

    // Members that are no object types are not in the model, but have been reported.
    private static bool NamesMembers(UnionType union)
    {
        IEnumerable<SyntaxNode?> parts = [union.DefinitionNode, .. union.ExtensionNodes];
        return parts.OfType<IHasMemberTypes>().Any(p => !p.Types.IsEmpty);
    }
}
