namespace Oms.Engine.Configuration;

/// <summary>
/// Marks a method that answers a subscription field: called once for each event, with the event in its <c>[EventMessage]</c> parameter.
/// Events come from the method named by <see cref="With"/>, or from the topic named by <see cref="TopicAttribute"/>, or else from the topic
/// with the method's name.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>
    /// The method of the same class that opens the source stream. It takes the field's arguments and services and returns an
    /// <see cref="Subscriptions.ISourceStream{TMessage}"/> or an <see cref="IAsyncEnumerable{T}"/>, itself or as a task.
    /// </summary>
    public string? With { get; set; }
}
