using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>What is selected on one object type, in the order of the response.</summary>
/// <param name="type">The type.</param>
/// <param name="fields">The fields.</param>
internal sealed class ObjectPlan(ObjectType type, FieldPlan[] fields)
{
    /// <summary>The type.</summary>
    public ObjectType Type { get; } = type;

    /// <summary>The fields.</summary>
    public FieldPlan[] Fields { get; } = fields;

    /// <summary>Whether something of it has to be awaited.</summary>
    public bool HasAsync { get; } = fields.Any(f => f.IsSpine);
}
