namespace Oms.Graph.Import;

/// <summary>How far the reading of a file is.</summary>
/// <param name="File">Its name.</param>
/// <param name="Bytes">Bytes read, unpacked.</param>
internal readonly record struct ImportProgress(string File, long Bytes);
