namespace Oms.Domain.Storage;

/// <summary>One document to write, if it still is as it was read.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">Its key.</param>
/// <param name="ExpectedVersion">The version that was read; 0 to make a document that must not exist.</param>
/// <param name="Content">The new content.</param>
public sealed record DocumentWrite(string Kind, string Key, long ExpectedVersion, ReadOnlyMemory<byte> Content);
