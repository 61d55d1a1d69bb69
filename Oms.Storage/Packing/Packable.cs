namespace Oms.Storage.Packing;

/// <summary>Content that can be moved into a pack.</summary>
/// <param name="Content">The bytes as they stand in the row.</param>
/// <param name="Move">Puts their place into the row, if it still holds the bytes; returns the number of rows.</param>
internal sealed record Packable(byte[] Content, Func<WriteStatements, byte[], int> Move);
