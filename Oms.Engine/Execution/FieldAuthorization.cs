using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Authorization;
using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>Decides on the <c>@authorize</c> directives of a field, each once in a request.</summary>
internal static class FieldAuthorization
{
    /// <summary>The refusal of the field, or null when it may be used. Waits only where the handler does.</summary>
    public static ValueTask<GraphQLError?> CheckAsync(OperationContext context, FieldPlan plan)
    {
        foreach (var directive in plan.Authorize)
        {
            if (context.DecisionOn(directive) is not { } known)
                return AskAsync(context, plan);
            if (RefusalOf(known) is { } refusal)
                return ValueTask.FromResult<GraphQLError?>(refusal);
        }

        return default;
    }

    /// <summary>Whether a refusal of this field refuses the whole request.</summary>
    public static bool IsOfValidation(OperationContext context, FieldPlan plan) => plan.Authorize.Any(
        d => d.Apply == ApplyPolicy.Validation && context.DecisionOn(d) is { } decision && decision != AuthorizeResult.Allowed);

    private static async ValueTask<GraphQLError?> AskAsync(OperationContext context, FieldPlan plan)
    {
        context.IsPersonal = true;
        var handler = context.Services.GetRequiredService<IAuthorizationHandler>();
        var question = new AuthorizationContext(context.Schema, context.User, context.Services, context.ContextData);
        foreach (var directive in plan.Authorize)
        {
            var result = context.DecisionOn(directive) ?? await handler.AuthorizeAsync(question, directive, context.Cancellation);
            context.Decide(directive, result);
            if (RefusalOf(result) is { } refusal)
                return refusal;
        }

        return null;
    }

    private static GraphQLError? RefusalOf(AuthorizeResult result) => result switch
    {
        AuthorizeResult.Allowed => null,
        AuthorizeResult.NotAuthenticated => new GraphQLError("The current user is not authenticated.") { Code = ErrorCodes.NotAuthenticated },
        _ => new GraphQLError("The current user is not authorized to access this resource.") { Code = ErrorCodes.NotAuthorized },
    };
}
