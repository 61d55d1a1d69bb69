namespace Oms.Engine.Instrumentation;

/// <summary>A scope that does nothing when it ends.</summary>
internal sealed class Nothing : IDisposable
{
    public static readonly Nothing Instance = new();

    public void Dispose()
    {
    }
}
