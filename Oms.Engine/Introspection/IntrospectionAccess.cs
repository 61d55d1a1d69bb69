using System.Collections.Immutable;
using System.Security.Claims;
using Oms.Engine.Configuration;
using Oms.Engine.Language;
using Oms.Engine.Limits;
using Oms.Engine.Response;

namespace Oms.Engine.Introspection;

/// <summary>Who may ask for the schema, where not everybody may.</summary>
public static class IntrospectionAccess
{
    private const string Key = "GraphQL.AllowIntrospection";

    /// <summary>Lets one request ask for the schema, said by an interceptor; as Hot Chocolate's <c>requestBuilder.AllowIntrospection()</c>.</summary>
    /// <param name="contextData">The state of the request.</param>
    public static void AllowIntrospection(this IDictionary<string, object?> contextData)
    {
        ArgumentNullException.ThrowIfNull(contextData);
        contextData[Key] = true;
    }

    /// <summary>Whether there is anybody who may not.</summary>
    internal static bool IsRestricted(SchemaSetup setup) => !setup.ValidationOptions.AllowIntrospection || setup.IntrospectionPolicy is not null;

    /// <summary>Whether a request may.</summary>
    internal static bool IsAllowed(SchemaSetup setup, ClaimsPrincipal user, IDictionary<string, object?>? contextData)
    {
        if (contextData is not null && contextData.TryGetValue(Key, out var allowed) && allowed is true)
            return true;
        return setup.IntrospectionPolicy?.Invoke(user) ?? setup.ValidationOptions.AllowIntrospection;
    }

    /// <summary>The errors for the places where a document asks for the schema; <c>__typename</c> is none of them.</summary>
    internal static ImmutableArray<GraphQLError> RefusalsOf(DocumentNode document, int maxErrors)
    {
        var errors = ImmutableArray.CreateBuilder<GraphQLError>();
        var open = new Stack<SelectionSetNode>(document.Definitions.OfType<ExecutableDefinitionNode>().Select(definition => definition.SelectionSet));
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FieldNode { Name.Value: "__schema" or "__type" } && errors.Count < maxErrors)
                    errors.Add(Refusal(selection.Location));
                if (selection is FieldNode { SelectionSet: { } below })
                    open.Push(below);
                else if (selection is InlineFragmentNode inline)
                    open.Push(inline.SelectionSet);
            }
        }

        return errors.ToImmutable();
    }

    private static GraphQLError Refusal(Location location) =>
        ErrorBuilder.New().SetMessage("Introspection is not allowed.").SetCode(LimitErrorCodes.IntrospectionNotAllowed).AddLocation(location).Build();
}
