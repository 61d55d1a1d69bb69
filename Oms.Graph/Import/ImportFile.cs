using Oms.Domain.Import;
using Oms.Domain.Refusals;

namespace Oms.Graph.Import;

/// <summary>A file to import.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Open">Opens its bytes, compressed or not, as a stream that can be sought in; or says why they can not be had.</param>
internal sealed record ImportFile(string Name, Func<Result<Stream>> Open)
{
    /// <summary>A file of this machine.</summary>
    internal static ImportFile OnDisk(string path) => new(path, () => OpenOnDisk(path));

    private static Result<Stream> OpenOnDisk(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ImportFileInvalid(path, null, $"it can not be opened: {e.Message.TrimEnd('.')}");
        }
    }
}
