using Oms.Domain.Refusals;

namespace Oms.Messaging.Inbox;

/// <summary>
/// Takes one incoming event, with the mark that it was taken, in one transaction; it is acknowledged once this has answered. Whatever it
/// throws means that nothing was written, and the event comes again.
/// </summary>
/// <param name="content">The event, a CloudEvent in structured mode.</param>
/// <param name="cancellationToken">Ends the wait; never a write that has begun.</param>
/// <returns>Null when it was taken, once or before; else why it is none and never becomes one.</returns>
public delegate ValueTask<Refusal?> InboxHandler(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
