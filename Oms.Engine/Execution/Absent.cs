namespace Oms.Engine.Execution;

/// <summary>Stands in arrays of coerced values for an entry that was not given and has no default, which is not the same as null.</summary>
internal sealed class Absent
{
    public static readonly object Value = new Absent();

    private Absent()
    {
    }
}
