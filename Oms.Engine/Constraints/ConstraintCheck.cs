using System.Collections;
using System.Runtime.CompilerServices;
using Oms.Engine.Execution;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Constraints;

/// <summary>Holds coerced arguments against the <c>@constraint</c> directives of the schema.</summary>
internal static class ConstraintCheck
{
    /// <summary>The code of a value that breaks a constraint, as graphql-constraint-directive has it.</summary>
    public const string Code = "ERR_GRAPHQL_CONSTRAINT_VALIDATION";

    /// <summary>What an argument breaks.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="value">Its coerced value.</param>
    /// <returns>The error without its place; null when it breaks nothing.</returns>
    public static GraphQLError? Of(InputValueDefinition argument, object? value)
    {
        if (argument.Constraint is null && argument.Type.NamedType is not InputObjectType { HasConstraints: true })
            return null;
        return Find(argument, value, argument.Name) is { } found
            ? ErrorBuilder.New().SetMessage($"\"{found.Name}\" {found.Problem}.").SetCode(Code).SetExtension("fieldName", found.Name).Build()
            : null;
    }

    private static (string Name, string Problem)? Find(InputValueDefinition input, object? value, string name)
    {
        if (value is null or Absent)
            return null;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (input.Constraint?.Check(value) is { } problem)
            return (name, problem);
        return input.Type.NamedType is InputObjectType { HasConstraints: true } type ? FindBelow(type, value, name) : null;
    }

    private static (string Name, string Problem)? FindBelow(InputObjectType type, object value, string name)
    {
        switch (value)
        {
            case CoercedInputs inputs:
                for (var i = 0; i < inputs.Values.Length; i++)
                {
                    if (Find(type.Fields[i], inputs.Values[i], $"{name}.{type.Fields[i].Name}") is { } found)
                        return found;
                }

                return null;
            case IList list:
                for (var i = 0; i < list.Count; i++)
                {
                    if (list[i] is { } item && FindBelow(type, item, $"{name}.{i}") is { } found)
                        return found;
                }

                return null;
            default:
                return null;
        }
    }
}
