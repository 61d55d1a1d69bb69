using System.Collections.Immutable;
using Oms.Domain.Storage;

namespace Oms.Messaging.Outbox;

/// <summary>What became of a batch.</summary>
/// <param name="Delivered">How many of its first events the target has acknowledged.</param>
/// <param name="Failure">Why the next one was not; null when all were.</param>
/// <param name="Mark">The target's own word for where it stands now, kept for it; null to keep the old one.</param>
public sealed record Delivery(int Delivered, DeliveryFailure? Failure, string? Mark = null)
{
    /// <summary>What the target wants kept together with its place.</summary>
    public ImmutableArray<DocumentWrite> Documents { get; init; } = [];
}
