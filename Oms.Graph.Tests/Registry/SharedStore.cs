using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Oms.Domain.Storage;

namespace Oms.Graph.Tests.Registry;

/// <summary>A store that says what is true where two registries stand on it: that others write to it too.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "a proxy is derived from it at run time")]
internal class SharedStore : DispatchProxy
{
    private IStore store = null!;

    internal static IStore Of(IStore store)
    {
        var shared = Create<IStore, SharedStore>();
        ((SharedStore)(object)shared).store = store;
        return shared;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == $"get_{nameof(IStore.IsShared)}" ? true : targetMethod.Invoke(store, BindingFlags.DoNotWrapExceptions, null, args, null);
}
