namespace Oms.Graph.CommandLine;

/// <summary>What the program's commands end with.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    internal const int Done = 0;

    /// <summary>Refused, with the reasons on standard error; or something was found that was looked for.</summary>
    internal const int Refused = 1;

    /// <summary>Called in a way it does not understand.</summary>
    internal const int Usage = 2;

    /// <summary>The registry, or the server that owns it, can not be used.</summary>
    internal const int Server = 3;
}
