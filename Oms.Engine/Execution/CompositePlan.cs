using System.Collections.Concurrent;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>What is selected on a composite type: a plan for each object type that comes up, made when it first does.</summary>
internal sealed class CompositePlan
{
    private readonly Func<ObjectType, ObjectPlan> compile;
    private readonly ConcurrentDictionary<ObjectType, ObjectPlan>? plans;
    private readonly ObjectPlan? only;

    /// <summary>Plans the selection; for an object type at once.</summary>
    public CompositePlan(NamedType type, bool mayAwait, Func<ObjectType, ObjectPlan> compile)
    {
        this.compile = compile;
        plans = type is ObjectType ? null : new();
        only = type is ObjectType single ? compile(single) : null;
        HasAsync = only?.HasAsync ?? mayAwait;
    }

    /// <summary>Whether something of it may have to be awaited.</summary>
    public bool HasAsync { get; }

    /// <summary>The plan for an object type; null where the type itself must be found from the value.</summary>
    public ObjectPlan? Only => only;

    /// <summary>The plan for an object type.</summary>
    public ObjectPlan For(ObjectType type) => only ?? plans!.GetOrAdd(type, compile);
}
