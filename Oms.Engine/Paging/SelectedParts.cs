using Oms.Engine.Execution;

namespace Oms.Engine.Paging;

/// <summary>Which parts of a connection a client asks for.</summary>
/// <param name="HasItems">Whether any but <c>totalCount</c>.</param>
/// <param name="HasTotalCount">Whether <c>totalCount</c>.</param>
internal readonly record struct SelectedParts(bool HasItems, bool HasTotalCount)
{
    /// <summary>What is selected of the value of a field.</summary>
    public static SelectedParts Of(ResolverContext context)
    {
        // What comes later is not looked into: all may be in it.
        if (context.Plan.Children?.Only is not { Deferred: null } plan)
            return new(true, true);
        var (items, count) = (false, false);
        foreach (var field in plan.Fields)
        {
            if (field.Field.Name == "totalCount")
                count = true;
            else
                items |= field.TypeName is null;
        }

        return new(items, count);
    }
}
