using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>What is selected on one object type, in the order of the response.</summary>
/// <param name="type">The type.</param>
/// <param name="fields">The fields.</param>
/// <param name="guards">The conditions of its selections that ask a variable which may be null though the directives take no null.</param>
internal sealed class ObjectPlan(ObjectType type, FieldPlan[] fields, Inclusion[] guards)
{
    /// <summary>The type.</summary>
    public ObjectType Type { get; } = type;

    /// <summary>The fields.</summary>
    public FieldPlan[] Fields { get; } = fields;

    /// <summary>Whether something of it has to be awaited.</summary>
    public bool HasAsync { get; } = fields.Any(f => f.IsSpine);

    /// <summary>Why the selections can not be collected in this request; null when they can.</summary>
    public GraphQLError? FindFault(VariableValues variables)
    {
        foreach (var guard in guards)
            if (guard.FindNull(variables) is { } variable)
                return ErrorBuilder.New().SetMessage($"The condition ${variable.Name.Value} must not be null.").AddLocation(variable.Location).Build();
        return null;
    }
}
