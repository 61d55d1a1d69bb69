namespace Oms.Domain.Ontology;

/// <summary>Where the Action Service calls out to; metadata only, this registry never calls it (domain.md 5.10).</summary>
public sealed record Webhook
{
    /// <summary>An absolute https address.</summary>
    public string Url { get; init; } = string.Empty;

    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = "POST";
}
