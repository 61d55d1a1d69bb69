using Microsoft.Win32.SafeHandles;

namespace Oms.Engine.AspNetCore.Uploads;

/// <summary>Files for the time of a request, in the system's folder for temporary files.</summary>
internal static class TemporaryFile
{
    /// <summary>
    /// Opens a new file that nobody else can open. Its name is gone at once, so that nothing is left behind whatever becomes of the process.
    /// </summary>
    /// <returns>The open file.</returns>
    public static SafeFileHandle Open()
    {
        var path = Path.Combine(Path.GetTempPath(), "graphql-upload-" + Path.GetRandomFileName());
        var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.Asynchronous);
        File.Delete(path);
        return handle;
    }
}
