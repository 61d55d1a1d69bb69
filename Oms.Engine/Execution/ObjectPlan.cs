using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>What is selected on one object type, in the order of the response.</summary>
/// <param name="type">The type.</param>
/// <param name="fields">The fields.</param>
/// <param name="fault">Why the fields can not be collected; null when they can.</param>
internal sealed class ObjectPlan(ObjectType type, FieldPlan[] fields, GraphQLError? fault)
{
    /// <summary>The type.</summary>
    public ObjectType Type { get; } = type;

    /// <summary>The fields.</summary>
    public FieldPlan[] Fields { get; } = fields;

    /// <summary>Why nothing of it can be written, for a condition is null; null when it can.</summary>
    public GraphQLError? Fault { get; } = fault;

    /// <summary>What of it comes later; null when nothing does.</summary>
    public Incremental.DeferredSelection? Deferred { get; init; }

    /// <summary>Whether something of it has to be awaited.</summary>
    public bool HasAsync { get; } = fields.Any(f => f.IsSpine);
}
