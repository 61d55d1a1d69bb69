using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>The arguments of one field in one request (spec 6.4.1), or why they can not be coerced.</summary>
/// <param name="Coerced">By name; absent ones are absent.</param>
/// <param name="Typed">As the resolver's parameters ask for them, by the argument's index.</param>
/// <param name="Error">Why there are none; null when there are.</param>
internal sealed record ArgumentValues(CoercedInputs Coerced, object?[] Typed, GraphQLError? Error)
{
    /// <summary>For a field without arguments.</summary>
    public static readonly ArgumentValues None = new(new CoercedInputs(Types.MemberCollection<Types.InputValueDefinition>.Empty, []), [], null);
}
