namespace Oms.Engine.Execution.Incremental;

/// <summary>Which groups the uses of <c>@defer</c> around an object stand for.</summary>
/// <param name="Outer">Those around it; null for none.</param>
/// <param name="Groups">The groups that begin at the object.</param>
internal sealed record DeliveryScope(DeliveryScope? Outer, DeliveryGroup[] Groups)
{
    /// <summary>The group of a use that stands here or further out.</summary>
    public static DeliveryGroup Find(DeliveryScope? scope, DeferUsage usage)
    {
        for (; scope is not null; scope = scope.Outer)
            foreach (var group in scope.Groups)
                if (group.Usage == usage)
                    return group;
        throw new InvalidOperationException("A deferred field stands outside of what defers it.");
    }
}
