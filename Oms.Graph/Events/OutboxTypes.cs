using Oms.Domain.Events;
using Oms.Engine.Configuration;
using Oms.Graph.Ontology;
using Oms.Messaging.Webhooks;

namespace Oms.Graph.Events;

/// <summary>Binds the chapter Events of the contract, and runs the relays.</summary>
internal static class OutboxTypes
{
    /// <summary>Adds the types, the root fields and the relays.</summary>
    internal static IRequestExecutorBuilder AddOutboxTypes(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddSingleton(p => WebhookSettings.Read(p.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton<WebhookSecrets>();
        builder.Services.AddSingleton(p => new WebhookSender(
            p.GetRequiredService<WebhookSettings>().Addresses, p.GetRequiredService<WebhookSettings>().Timeout, p.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<EventTargets>();
        builder.Services.AddSingleton<RelayFactory>();
        builder.Services.AddSingleton<OutboxWatch>();
        builder.Services.AddHostedService<OutboxRelays>();
        builder.Services.AddHostedService<WebhookRelays>();
        return builder
            .AddTypeExtension(typeof(OutboxQueries))
            .AddTypeExtension(typeof(DeadLetterMutations))
            .AddTypeExtension(typeof(RouteQueries))
            .AddTypeExtension(typeof(RouteMutations))
            .AddTypeExtension(typeof(WebhookMutations))
            .BindRuntimeType<WebhookNode>("EventWebhook")
            .BindRuntimeType<WebhookSecret>()
            .BindRuntimeType<WebhookDelivery>()
            .BindRuntimeType<EventRoute>()
            .BindRuntimeType<EventRouting>()
            .BindRuntimeType<RouteStrategy>()
            .BindRuntimeType<CreateWebhookPayload>()
            .BindRuntimeType<RotateWebhookSecretPayload>()
            .BindRuntimeType<UpdateWebhookPayload>()
            .BindRuntimeType<DeleteWebhookPayload>()
            .BindRuntimeType<DisableWebhookPayload>()
            .BindRuntimeType<EnableWebhookPayload>()
            .BindRuntimeType<TestWebhookPayload>()
            .BindRuntimeType<SetEventRoutePayload>()
            .BindRuntimeType<RemoveEventRoutePayload>()
            .AddConnection<DeadLetter>("DeadLetter")
            .BindRuntimeType<EventTargetNode>("EventTarget")
            .BindRuntimeType<DeadLetterStatus>()
            .BindRuntimeType<DeadLetterAlert>()
            .BindRuntimeType<OutboxStats>()
            .BindRuntimeType<ReplayDeadLettersPayload>()
            .BindRuntimeType<DiscardDeadLettersPayload>();
    }
}
