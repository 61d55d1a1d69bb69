using Microsoft.AspNetCore.DataProtection;

namespace Oms.Graph.Hosting;

/// <summary>Wires the protection of secrets at rest.</summary>
internal static class SecretProtection
{
    /// <summary>
    /// Adds data protection with keys in the folder <c>DataProtection:KeyFolder</c>, by default <c>keys</c> in the data folder. Several servers on
    /// one database need the same keys.
    /// </summary>
    internal static void AddSecretProtection(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var folder = DataFolder.Create(configuration["DataProtection:KeyFolder"] ?? DataFolder.FileIn(dataFolder, "keys"));
        services.AddDataProtection().SetApplicationName("oms").PersistKeysToFileSystem(new DirectoryInfo(folder));
    }
}
