using System.Collections.Immutable;
using Oms.Engine.Response;

namespace Oms.Engine.Execution.Incremental;

/// <summary>Deferred fields of one object of the response, executed together and once for all groups that have them.</summary>
/// <param name="fields">The fields.</param>
/// <param name="parent">The object.</param>
/// <param name="path">The object's place.</param>
/// <param name="groups">The groups that have the fields.</param>
/// <param name="scope">What the uses of <c>@defer</c> stand for at the object.</param>
internal sealed class ExecutionGroup(ObjectPlan fields, object? parent, object[] path, DeliveryGroup[] groups, DeliveryScope? scope)
{
    /// <summary>The fields.</summary>
    public ObjectPlan Fields { get; } = fields;

    /// <summary>The object.</summary>
    public object? Parent { get; } = parent;

    /// <summary>The object's place.</summary>
    public object[] Path { get; } = path;

    /// <summary>The groups that have the fields.</summary>
    public DeliveryGroup[] Groups { get; } = groups;

    /// <summary>What the uses of <c>@defer</c> stand for at the object.</summary>
    public DeliveryScope? Scope { get; } = scope;

    /// <summary>Whether its execution has begun.</summary>
    public bool IsStarted { get; set; }

    /// <summary>The fields as JSON, once they have been executed and until they are delivered.</summary>
    public ResponseBuffer? Data { get; set; }

    /// <summary>What went wrong with them.</summary>
    public ImmutableArray<GraphQLError> Errors { get; set; } = [];

    /// <summary>Whether something of it is null that must not be, so that none of it can be delivered.</summary>
    public bool HasFailed { get; set; }

    /// <summary>The lists within it that go on when it has been delivered.</summary>
    public List<ItemStream> Streams { get; set; } = [];
}
