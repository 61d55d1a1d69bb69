using System.Collections.Immutable;
using Oms.Engine.Execution.Incremental;
using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>Where an operation is executed in parts: each has its own errors, and its own place while it is written.</summary>
internal sealed partial class OperationContext
{
    /// <summary>What delivers the operation in parts; null when it is delivered at once.</summary>
    public IncrementalDelivery? Delivery { get; set; }

    /// <summary>The same execution for a part of the response.</summary>
    /// <param name="place">The part's place.</param>
    public OperationContext ForPart(object[] place) => new()
    {
        Binding = Binding,
        Plan = Plan,
        Variables = Variables,
        Transport = Transport,
        Given = Given,
        Services = services!,
        User = User,
        ContextData = ContextData,
        Cancellation = Cancellation,
        EventMessage = EventMessage,
        RootValue = RootValue,
        State = State,
        Delivery = Delivery,
        ErrorHandling = ErrorHandling,
        WritingPath = new WritingPath(place),
    };

    /// <summary>Keeps the first error only.</summary>
    public void KeepFirstError()
    {
        lock (State)
            errors?.RemoveRange(1, errors.Count - 1);
    }

    /// <summary>What went wrong since it was last asked.</summary>
    public ImmutableArray<GraphQLError> TakeErrors()
    {
        lock (State)
        {
            ImmutableArray<GraphQLError> taken = [.. Errors];
            errors = null;
            return taken;
        }
    }
}
