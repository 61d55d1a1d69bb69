using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Subscriptions;
using Oms.Engine.Types;

namespace Oms.Engine.Binding;

/// <summary>Opens the streams of subscription methods that name a topic instead of a method.</summary>
internal static class TopicSubscriptions
{
    private static readonly MethodInfo OpenMethod = typeof(TopicSubscriptions).GetMethod(nameof(Open), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Makes what opens a method's stream.</summary>
    /// <param name="method">A method with <see cref="SubscribeAttribute"/>.</param>
    /// <param name="field">The field it answers.</param>
    /// <param name="services">Tells which services there are; null when unknown.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <returns>The opener; null when something is wrong.</returns>
    public static Func<ResolverContext, ValueTask<IAsyncEnumerable<object?>>>? OpenerOf(
        MethodInfo method, FieldDefinition field, IServiceProviderIsService? services, List<string> problems)
    {
        var name = $"{method.DeclaringType?.Name}.{method.Name}";
        var message = method.GetParameters().FirstOrDefault(p => p.IsDefined(typeof(EventMessageAttribute)));
        var topic = new TopicTemplate((method.GetCustomAttribute<TopicAttribute>() ?? message?.GetCustomAttribute<TopicAttribute>())?.Name ?? method.Name);
        var before = problems.Count;
        if (message is null)
            problems.Add($"{name} subscribes to a topic and takes no [EventMessage].");
        if (services?.IsService(typeof(ITopicEventReceiver)) == false)
            problems.Add($"{name} subscribes to a topic; add topics, such as by AddInMemorySubscriptions().");
        problems.AddRange(topic.Arguments.Where(a => !field.Arguments.TryGetValue(a, out _)).Select(a => $"{name} names the argument {a}, which {field.Coordinate} does not have."));
        if (problems.Count > before)
            return null;
        return OpenMethod.MakeGenericMethod(message!.ParameterType)
            .CreateDelegate<Func<TopicTemplate, ResolverContext, ValueTask<IAsyncEnumerable<object?>>>>()
            .Bind(topic);
    }

    private static Func<ResolverContext, ValueTask<IAsyncEnumerable<object?>>> Bind(
        this Func<TopicTemplate, ResolverContext, ValueTask<IAsyncEnumerable<object?>>> open, TopicTemplate topic) => context => open(topic, context);

    private static async ValueTask<IAsyncEnumerable<object?>> Open<TMessage>(TopicTemplate topic, ResolverContext context)
    {
        var receiver = context.Services.GetRequiredService<ITopicEventReceiver>();
        var source = await receiver.SubscribeAsync<TMessage>(topic.For(context.Arguments), context.RequestAborted);
        return AsyncResults.ReadSource(source, context.RequestAborted);
    }
}
