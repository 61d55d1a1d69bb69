namespace Oms.Engine.AspNetCore;

/// <summary>How single responses look.</summary>
public sealed record HttpResponseFormatterOptions
{
    /// <summary>How clients are answered that do not say what they read.</summary>
    public HttpTransportVersion HttpTransportVersion { get; init; }

    /// <summary>Whether single responses are indented, for people who read them; off by default, as it costs as much again as writing them.</summary>
    public bool Indented { get; init; }
}
