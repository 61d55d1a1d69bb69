namespace Oms.Samples.Funnel;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    internal const string Usage = """
        Plays the indexer: freezes a branch, reads it, writes an index file, reports.
          --token T         a token of a service account (Oms.Graph -- token --user funnel-service --role service_account)
          --branch B        what to index
          --server URL      the registry, by default http://127.0.0.1:5080
          --nats URL        report by events to this broker, by default by mutations
          --kinds K[,K...]  only these kinds, for example OBJECT_TYPE,LINK_TYPE; by default the whole branch, which freezes it
          --out FILE        where the index goes, by default index.tsv
          --pause MS        wait this long between pages, so that people can watch
          --fail MESSAGE    end with a failure, after the first page
          --die             stop in the middle and say nothing, as a crash would
        """;

    private static readonly string[] Flags = ["--die"];

    public Uri Server { get; init; } = new("http://127.0.0.1:5080");

    public required string Token { get; init; }

    public required string Branch { get; init; }

    public string? Nats { get; init; }

    public IReadOnlyList<string> Kinds { get; init; } = [];

    public string Out { get; init; } = "index.tsv";

    public TimeSpan Pause { get; init; }

    public string? Failure { get; init; }

    public bool Dies { get; init; }

    /// <summary>Reads them; null when they can not be used.</summary>
    internal static Arguments? Read(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
            if (Flags.Contains(args[i]))
                given[args[i]] = string.Empty;
            else if (args[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < args.Length)
                given[args[i]] = args[++i];
            else
                return null;
        if (!given.TryGetValue("--token", out var token) || !given.TryGetValue("--branch", out var branch)
            || !Uri.TryCreate(given.GetValueOrDefault("--server", "http://127.0.0.1:5080"), UriKind.Absolute, out var server)
            || !int.TryParse(given.GetValueOrDefault("--pause", "0"), out var pause) || pause < 0)
            return null;
        return new Arguments
        {
            Server = server, Token = token, Branch = branch, Nats = given.GetValueOrDefault("--nats"), Out = given.GetValueOrDefault("--out", "index.tsv"),
            Kinds = given.TryGetValue("--kinds", out var kinds) ? kinds.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [],
            Pause = TimeSpan.FromMilliseconds(pause), Failure = given.GetValueOrDefault("--fail"), Dies = given.ContainsKey("--die"),
        };
    }
}
