namespace Oms.Storage.Rows;

/// <summary>A head that a branch had from a moment on.</summary>
internal sealed class BranchHeadRow
{
    public string Branch { get; set; } = "";

    public long Version { get; set; }

    /// <summary>Milliseconds since 1970, never less than in the version before.</summary>
    public long Since { get; set; }

    public string Head { get; set; } = "";
}
