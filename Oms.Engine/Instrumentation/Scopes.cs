namespace Oms.Engine.Instrumentation;

/// <summary>The scopes that several listeners have opened for one thing, ended together, the last one first.</summary>
internal readonly struct Scopes : IDisposable
{
    private readonly IDisposable[]? scopes;

    private Scopes(IDisposable[] scopes) => this.scopes = scopes;

    /// <summary>Opens a scope of each listener; nothing where there are none.</summary>
    public static Scopes Open<TListener, TState>(TListener[] listeners, TState state, Func<TListener, TState, IDisposable> open)
    {
        if (listeners.Length == 0)
            return default;
        var scopes = new IDisposable[listeners.Length];
        for (var i = 0; i < scopes.Length; i++)
            scopes[i] = open(listeners[i], state);
        return new Scopes(scopes);
    }

    public void Dispose()
    {
        for (var i = (scopes?.Length ?? 0) - 1; i >= 0; i--)
            scopes![i].Dispose();
    }
}
