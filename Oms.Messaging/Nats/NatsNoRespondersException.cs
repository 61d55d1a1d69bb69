namespace Oms.Messaging.Nats;

/// <summary>Nobody listens on the subject of a request (status 503): the request was not acted on.</summary>
public sealed class NatsNoRespondersException(string subject) : NatsException($"Nobody answers on the subject '{subject}'.")
{
    /// <summary>The subject that was asked.</summary>
    public string Subject { get; } = subject;
}
