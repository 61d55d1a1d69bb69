namespace Oms.Engine.AspNetCore.Uploads;

/// <summary>What multipart requests may take.</summary>
/// <param name="MaxRequestSize">The longest body in bytes.</param>
/// <param name="MaxOperationsSize">The longest <c>operations</c> in bytes.</param>
/// <param name="MaxFiles">How many files one request may have.</param>
internal sealed record UploadLimits(long MaxRequestSize, int MaxOperationsSize, int MaxFiles)
{
    /// <summary>The longest <c>map</c> in bytes.</summary>
    public const int MaxMapSize = 128 * 1024;
}
