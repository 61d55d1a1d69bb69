namespace Oms.Domain.History;

/// <summary>A commit that is ready to be stored.</summary>
/// <param name="Record">The commit with its index.</param>
/// <param name="Object">Its bytes, to go with the other new objects.</param>
public sealed record BuiltCommit(CommitRecord Record, StoredObject Object);
