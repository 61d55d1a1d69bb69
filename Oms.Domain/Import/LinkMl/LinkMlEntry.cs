namespace Oms.Domain.Import.LinkMl;

/// <summary>A key of a mapping and its value.</summary>
/// <param name="Key">The key, each once in its mapping.</param>
/// <param name="Value">The value.</param>
/// <param name="Line">The line of the key, from 1.</param>
public sealed record LinkMlEntry(string Key, LinkMlNode Value, int Line);
