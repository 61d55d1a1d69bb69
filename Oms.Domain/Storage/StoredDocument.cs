namespace Oms.Domain.Storage;

/// <summary>
/// A small versioned record of a feature that is no branch, commit or log: a proposal, a saved resolution, how far a relay has come. Written
/// by compare-and-swap like a branch, in the transaction of its effect.
/// </summary>
/// <param name="Kind">The feature's own word, for example <c>relay</c>; keys are unique within it.</param>
/// <param name="Key">The key; documents are listed in the ordinal order of keys.</param>
/// <param name="Version">1 for the first, one more with each change.</param>
/// <param name="Content">The content as the feature writes it, mostly canonical JSON.</param>
public sealed record StoredDocument(string Kind, string Key, long Version, ReadOnlyMemory<byte> Content)
{
    /// <summary>The longest kind and the longest key, in characters.</summary>
    public const int MaxNameLength = 512;
}
