using Oms.Engine.Limits;

namespace Oms.Engine.Validation;

/// <summary>How much validation says, and what a valid document may ask for.</summary>
public sealed record ValidationOptions
{
    /// <summary>The defaults.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>The rules of the specification alone: every error with all its places, and no limits on requests.</summary>
    public static ValidationOptions Unlimited { get; } = new()
    {
        MaxAllowedErrors = int.MaxValue,
        MaxLocationsPerError = int.MaxValue,
        Limits = RequestLimitOptions.None,
    };

    /// <summary>After how many errors validation stops; 5 by default.</summary>
    public int MaxAllowedErrors { get; init; } = 5;

    /// <summary>How many places an error names at most; 5 by default.</summary>
    public int MaxLocationsPerError { get; init; } = 5;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be selected; true by default.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>What a document that breaks no rule may still not exceed.</summary>
    public RequestLimitOptions Limits { get; init; } = RequestLimitOptions.Default;
}
