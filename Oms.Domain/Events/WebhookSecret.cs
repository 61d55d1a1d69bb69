namespace Oms.Domain.Events;

/// <summary>A secret that signs what a webhook is sent.</summary>
/// <param name="Protected">The secret, protected: it can be read on the servers that have the keys, and nowhere else.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="EndsAt">When it signs no more; null for the newest.</param>
public sealed record WebhookSecret(string Protected, DateTimeOffset CreatedAt, DateTimeOffset? EndsAt);
