using System.Collections.Immutable;

namespace Oms.Graph.Import;

/// <summary>An import as it is asked for.</summary>
internal sealed record ImportRequest
{
    /// <summary>The branch's name as given.</summary>
    public required string Branch { get; init; }

    /// <summary>How the files are written.</summary>
    public required ImportFormat Format { get; init; }

    /// <summary>The files.</summary>
    public required ImmutableArray<ImportFile> Files { get; init; }

    /// <summary>Why.</summary>
    public required string Message { get; init; }

    /// <summary>The issues.</summary>
    public ImmutableArray<string> Issues { get; init; } = [];

    /// <summary>True to decide and write nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Is told how far the reading is; null where nobody watches.</summary>
    public Action<ImportProgress>? Progress { get; init; }
}
