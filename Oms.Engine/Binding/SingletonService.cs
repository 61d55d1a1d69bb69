using Microsoft.Extensions.DependencyInjection;

namespace Oms.Engine.Binding;

/// <summary>A service of which the application has one instance.</summary>
/// <typeparam name="T">The service.</typeparam>
/// <param name="root">The application's services.</param>
internal sealed class SingletonService<T>(IServiceProvider root)
    where T : notnull
{
    private T? value;

    /// <summary>The instance, made when it is first asked for.</summary>
    public T Value => value ??= root.GetRequiredService<T>();
}
