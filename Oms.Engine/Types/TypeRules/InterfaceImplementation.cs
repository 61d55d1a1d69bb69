using Oms.Engine.Language;

namespace Oms.Engine.Types.TypeRules;

/// <summary>A type that implements an interface has all of it (spec 3.6, IsValidImplementation).</summary>
internal static class InterfaceImplementation
{
    public static void Check(ComplexType type, SchemaErrorList errors)
    {
        foreach (var implemented in type.Interfaces)
        {
            if (ReferenceEquals(implemented, type))
            {
                errors.Add($"Type {type.Name} cannot implement itself.", type, NodesOf(type, implemented));
                continue;
            }

            CheckAncestors(type, implemented, errors);
            foreach (var expected in implemented.Fields)
                CheckField(type, expected, errors);
        }
    }

    private static void CheckAncestors(ComplexType type, InterfaceType implemented, SchemaErrorList errors)
    {
        foreach (var ancestor in implemented.Interfaces)
        {
            if (type.Implements(ancestor))
                continue;
            var message = ReferenceEquals(ancestor, type)
                ? $"Type {type.Name} cannot implement {implemented.Name}, which implements {type.Name}."
                : $"Type {type.Name} must implement {ancestor.Name} because {implemented.Name} does.";
            errors.Add(message, type, [.. NodesOf(implemented, ancestor), .. NodesOf(type, implemented)]);
        }
    }

    private static void CheckField(ComplexType type, FieldDefinition expected, SchemaErrorList errors)
    {
        if (!type.Fields.TryGetValue(expected.Name, out var field))
        {
            SyntaxNode?[] nodes = [expected.DefinitionNode, type.DefinitionNode, .. type.ExtensionNodes];
            errors.Add($"Interface field {expected.Coordinate} expected but {type.Name} does not provide it.", type, nodes);
            return;
        }

        if (!TypeComparison.IsSubtype(field.Type, expected.Type))
        {
            errors.Add(
                $"Interface field {expected.Coordinate} expects type {expected.Type} but {field.Coordinate} is of type {field.Type}.",
                field,
                expected.DefinitionNode?.Type,
                field.DefinitionNode?.Type);
        }

        foreach (var argument in expected.Arguments)
            CheckArgument(field, argument, errors);
        foreach (var argument in field.Arguments)
            CheckAdditionalArgument(expected, argument, errors);
        if (field.IsDeprecated && !expected.IsDeprecated)
        {
            errors.Add(
                $"Field {field.Coordinate} cannot be deprecated because interface field {expected.Coordinate} is not.",
                field,
                field.FindDirective("deprecated")?.Node,
                field.DefinitionNode?.Type);
        }
    }

    private static void CheckArgument(FieldDefinition field, InputValueDefinition expected, SchemaErrorList errors)
    {
        if (!field.Arguments.TryGetValue(expected.Name, out var argument))
        {
            errors.Add(
                $"Interface field argument {expected.Coordinate} expected but {field.Coordinate} does not provide it.",
                field,
                expected.DefinitionNode,
                field.DefinitionNode);
        }
        else if (!argument.Type.IsSameAs(expected.Type))
        {
            errors.Add(
                $"Interface field argument {expected.Coordinate} expects type {expected.Type} but {argument.Coordinate} is of type {argument.Type}.",
                argument,
                expected.DefinitionNode?.Type,
                argument.DefinitionNode?.Type);
        }
    }

    private static void CheckAdditionalArgument(FieldDefinition expected, InputValueDefinition argument, SchemaErrorList errors)
    {
        if (!argument.IsRequired || expected.Arguments.Contains(argument.Name))
            return;
        errors.Add(
            $"Argument {argument.Coordinate} must not be required because interface field {expected.Coordinate} does not have it.",
            argument,
            argument.DefinitionNode,
            expected.DefinitionNode);
    }

    private static SyntaxNode?[] NodesOf(ComplexType type, InterfaceType implemented)
    {
        IEnumerable<SyntaxNode?> parts = [type.DefinitionNode, .. type.ExtensionNodes];
        return [.. parts.OfType<IHasFields>().SelectMany(p => p.Interfaces).Where(i => i.Name.Value == implemented.Name)];
    }
}
