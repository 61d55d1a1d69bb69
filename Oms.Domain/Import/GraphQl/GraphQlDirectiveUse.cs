using System.Collections.Immutable;

namespace Oms.Domain.Import.GraphQl;

/// <summary>A directive applied to something.</summary>
/// <param name="Name">Its name, without the <c>@</c>.</param>
/// <param name="Arguments">What it was given, by name.</param>
public sealed record GraphQlDirectiveUse(string Name, ImmutableArray<KeyValuePair<string, GraphQlValue>> Arguments)
{
    /// <summary>The reason where a deprecation gives none (GraphQL specification, section 3.13.3).</summary>
    public const string NoReason = "No longer supported";

    /// <summary>The directive that marks as deprecated.</summary>
    public const string Deprecated = "deprecated";

    /// <summary>The value of an argument; null where it was not given.</summary>
    public GraphQlValue? this[string argument]
    {
        get
        {
            foreach (var given in Arguments)
                if (given.Key == argument)
                    return given.Value;
            return null;
        }
    }

    internal static string? DeprecationReasonIn(ImmutableArray<GraphQlDirectiveUse> directives)
    {
        foreach (var use in directives)
            if (use.Name == Deprecated)
                return use["reason"] is { Kind: GraphQlValueKind.String } reason ? reason.Text : NoReason;
        return null;
    }
}
