using Microsoft.Extensions.DependencyInjection.Extensions;
using Oms.Engine.Configuration;
using Oms.Engine.Subscriptions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds topics for subscriptions.</summary>
public static class SubscriptionRequestExecutorBuilderExtensions
{
    /// <summary>Adds topics within this process: <see cref="ITopicEventSender"/> and <see cref="ITopicEventReceiver"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the buffers.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddInMemorySubscriptions(
        this IRequestExecutorBuilder builder, Action<SubscriptionOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new SubscriptionOptions();
        configure?.Invoke(options);
        builder.Services.TryAddSingleton(new InMemoryTopics(options));
        builder.Services.TryAddSingleton<ITopicEventSender>(services => services.GetRequiredService<InMemoryTopics>());
        builder.Services.TryAddSingleton<ITopicEventReceiver>(services => services.GetRequiredService<InMemoryTopics>());
        return builder;
    }
}
