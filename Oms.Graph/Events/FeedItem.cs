namespace Oms.Graph.Events;

/// <summary>What a reader of a log is given: an entry, or word that some were left out.</summary>
/// <typeparam name="T">An entry.</typeparam>
/// <param name="Entry">The entry; null for a gap.</param>
/// <param name="LastSequence">The entry's number; for a gap the number up to which entries may be missing.</param>
/// <param name="GapReason">Why entries were left out; null for an entry.</param>
internal readonly record struct FeedItem<T>(T? Entry, long LastSequence, string? GapReason) where T : class;
