namespace Oms.Domain.Storage;

/// <summary>The store itself failed; nothing of the change under way was written, unless <see cref="IsOutcomeUnknown"/>.</summary>
/// <param name="code">A stable code: <c>STORE_FULL</c>, <c>STORE_READ_ONLY</c>, <c>STORE_NEWER</c>, <c>STORE_BUSY</c>, <c>STORE_DAMAGED</c>, <c>STORE_UNSAFE</c>, <c>STORE_UNAVAILABLE</c>.</param>
/// <param name="message">What happened and where, without secrets.</param>
/// <param name="inner">The cause.</param>
public sealed class StoreException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;

    /// <summary>True when the failure came at the commit itself, so that the effect may or may not be there.</summary>
    public bool IsOutcomeUnknown { get; init; }
}
