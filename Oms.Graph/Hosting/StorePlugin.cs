using System.Reflection;
using System.Runtime.Loader;
using Oms.Domain.Storage;

namespace Oms.Graph.Hosting;

/// <summary>
/// Loads a store that brings libraries of its own, beside those that this program has in other versions (decision 2): what the two share is the
/// domain, and nothing else.
/// </summary>
internal sealed class StorePlugin : AssemblyLoadContext
{
    private readonly AssemblyDependencyResolver resolver;

    private StorePlugin(string file)
        : base(Path.GetFileNameWithoutExtension(file)) => resolver = new AssemblyDependencyResolver(file);

    /// <summary>Opens the PostgreSQL store that lies beside the program, in <c>stores/postgresql</c>.</summary>
    /// <exception cref="StoreException">The store can not be opened, or the plugin is not there.</exception>
    internal static IStore OpenPostgreSql(string connection) => (IStore)Call("Open", connection);

    /// <summary>Checks the whole PostgreSQL store.</summary>
    /// <exception cref="StoreException">The store can not be opened, or the plugin is not there.</exception>
    internal static VerificationReport VerifyPostgreSql(string connection) => (VerificationReport)Call("Verify", connection);

    private static object Call(string method, string connection)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "stores", "postgresql", "Oms.Storage.PostgreSql.dll");
        if (!File.Exists(file))
            throw new StoreException("STORE_UNAVAILABLE", $"The plugin for PostgreSQL is not there: {file} is missing.");
        var found = new StorePlugin(file).LoadFromAssemblyPath(file)
            .GetType("Oms.Storage.PostgreSql.PostgreSqlStore", throwOnError: true)!
            .GetMethod(method, [typeof(string)])!;
        try
        {
            return found.Invoke(null, [connection])!;
        }
        catch (TargetInvocationException e) when (e.InnerException is StoreException refusal)
        {
            throw refusal;
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name != "Oms.Domain" && resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
