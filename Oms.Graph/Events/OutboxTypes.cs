using Oms.Domain.Events;
using Oms.Engine.Configuration;
using Oms.Graph.Ontology;

namespace Oms.Graph.Events;

/// <summary>Binds the chapter Events of the contract, and runs the relays.</summary>
internal static class OutboxTypes
{
    /// <summary>Adds the types, the root fields and the relays.</summary>
    internal static IRequestExecutorBuilder AddOutboxTypes(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddHostedService<OutboxRelays>();
        return builder
            .AddTypeExtension(typeof(OutboxQueries))
            .AddTypeExtension(typeof(DeadLetterMutations))
            .AddConnection<DeadLetter>("DeadLetter")
            .BindRuntimeType<EventTargetNode>("EventTarget")
            .BindRuntimeType<DeadLetterStatus>()
            .BindRuntimeType<ReplayDeadLettersPayload>()
            .BindRuntimeType<DiscardDeadLettersPayload>();
    }
}
