using System.Collections.Immutable;

namespace Oms.Domain.Events;

/// <summary>An address of somebody else's that is told events (Standard Webhooks).</summary>
public sealed record Webhook
{
    /// <summary>The kind of document that holds it, under its name.</summary>
    public const string DocumentKind = "webhook";

    /// <summary>What the names of targets that are webhooks start with.</summary>
    public const string TargetPrefix = "webhook:";

    /// <summary>Webhooks at most.</summary>
    public const int MaxWebhooks = 100;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is told.</summary>
    public required string Url { get; init; }

    /// <summary>What it is for, in words.</summary>
    public string Description { get; init; } = "";

    /// <summary>The number in the log after which it is told.</summary>
    public long After { get; init; }

    /// <summary>The secrets that sign, the newest first.</summary>
    public ImmutableArray<WebhookSecret> Secrets { get; init; } = [];

    /// <summary>Why it is told nothing; null while it is told.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>Since when it is told nothing; null while it is told.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Since when it is gone; null while it is there. Its name may be given again, and what is kept under it goes on being numbered.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>True while it is told.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsEnabled => DisabledReason is null;

    /// <summary>True when it is gone.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsDeleted => DeletedAt is not null;

    /// <summary>Its name among the targets.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Target => TargetPrefix + Name;
}
