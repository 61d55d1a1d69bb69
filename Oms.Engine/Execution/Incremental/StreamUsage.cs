using Oms.Engine.Language;
using Oms.Engine.Response;

namespace Oms.Engine.Execution.Incremental;

/// <summary>A use of <c>@stream</c>: a list of which only the first items come with what surrounds it.</summary>
/// <param name="Label">The client's name for the list; null for none.</param>
/// <param name="InitialCount">How many items come at once, as the document says it; null where it does not.</param>
/// <param name="Item">The field as it is executed for the items that come later, which belong to no use of <c>@defer</c> around the list.</param>
/// <param name="Fault">Why the directive can not be followed; null when it can.</param>
internal sealed record StreamUsage(string? Label, ValueNode? InitialCount, FieldPlan Item, GraphQLError? Fault)
{
    /// <summary>How many items come at once.</summary>
    /// <param name="variables">The request's variables.</param>
    /// <param name="count">The number; not negative.</param>
    /// <returns>Why there is none; null when there is.</returns>
    public GraphQLError? TryCount(VariableValues variables, out int count)
    {
        count = 0;
        if (Fault is not null || InitialCount is null)
            return Fault;
        var value = InitialCount switch
        {
            IntValueNode number => int.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture),
            VariableNode variable => variables.Get(variable.Name.Value),
            _ => null,
        };
        if (value == Absent.Value)
            return null;
        if (value is not int given || given < 0)
            return ErrorBuilder.New().SetMessage("The argument \"initialCount\" of @stream must be a number that is not negative.").AddLocation(InitialCount.Location).Build();
        count = given;
        return null;
    }
}
