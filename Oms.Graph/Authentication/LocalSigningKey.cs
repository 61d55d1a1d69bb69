using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Oms.Graph.Hosting;

namespace Oms.Graph.Authentication;

/// <summary>The registry's own key, 32 random bytes in the data folder that only the folder's owner can read. Whoever reads it may sign.</summary>
internal static class LocalSigningKey
{
    private const string FileName = "signing.key";

    /// <summary>The key of this folder, made at the first use.</summary>
    /// <exception cref="StartRefusedException">It can not be read or made, or has not its form.</exception>
    internal static SymmetricSecurityKey Load(string folder)
    {
        var file = DataFolder.FileIn(folder, FileName);
        try
        {
            if (!File.Exists(file))
                Make(file);
            var bytes = File.ReadAllBytes(file);
            return bytes.Length == 32
                ? new SymmetricSecurityKey(bytes) { KeyId = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16] }
                : throw new StartRefusedException($"the signing key {file} has {bytes.Length} bytes instead of 32; restore it, or remove it to make a new one (old tokens end then)");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"the signing key {file} can not be read or made: {e.Message}");
        }
    }

    // Written beside and moved into place, so that two first starts at once agree on one key.
    private static void Make(string file)
    {
        var draft = file + "." + Environment.ProcessId;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(32));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
