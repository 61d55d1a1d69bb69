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

    /// <summary>What refusals end with: <see cref="Usage"/> where the caller named what is not there or wrote it in a way that is not understood.</summary>
    internal static int For(IEnumerable<string> codes) => codes.All(IsOfCaller) ? Usage : Refused;

    /// <summary>True where what the caller named is not there or is not understood.</summary>
    internal static bool IsOfCaller(string code) => code is "BRANCH_NOT_FOUND" or "BRANCH_NAME_INVALID" or "COMMIT_NOT_FOUND" or "COMMIT_AMBIGUOUS"
        or "RELEASE_NOT_FOUND" or "RELEASE_VERSION_INVALID" or "TIME_TOO_EARLY" or "ARGUMENTS_CONFLICT";
}
