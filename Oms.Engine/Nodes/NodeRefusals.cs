using Oms.Engine.Response;

namespace Oms.Engine.Nodes;

/// <summary>What is said to clients whose ids can not be used.</summary>
internal static class NodeRefusals
{
    private const int MaxShown = 80;

    /// <summary>A text is no id.</summary>
    public static GraphQLException NoId(string text) => Of(NodeErrorCodes.InvalidId, $"`{Shown(text)}` is no global id; take the `id` of an object as the server gave it.");

    /// <summary>The id of an object of another type.</summary>
    public static GraphQLException OtherType(string text, string type, string place, string expected) =>
        Of(NodeErrorCodes.InvalidId, $"`{Shown(text)}` is an id of the type {Shown(type)}; {place} takes those of {expected}.");

    /// <summary>The id of an object that can not be fetched by it.</summary>
    public static GraphQLException NoNode(string text, string type) =>
        Of(NodeErrorCodes.InvalidId, $"`{Shown(text)}` names the type {Shown(type)}, of which no object can be fetched by its id.");

    /// <summary>Too many ids.</summary>
    public static GraphQLException TooMany(int count, int max) =>
        Of(NodeErrorCodes.TooManyNodes, $"`ids` may hold at most {max} ids, and holds {count}; ask in several requests.");

    private static GraphQLException Of(string code, string message) => new(ErrorBuilder.New().SetMessage(message).SetCode(code).Build());

    private static string Shown(string text) => text.Length <= MaxShown ? text : string.Concat(text.AsSpan(0, MaxShown), "…");
}
