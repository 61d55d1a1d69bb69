namespace Oms.Engine.Execution;

/// <summary>List indexes as objects, made once: a path is kept for every item, though few are ever told.</summary>
internal static class BoxedIndexes
{
    private static readonly object[] Known = [.. Enumerable.Range(0, 1024).Select(i => (object)i)];

    /// <summary>The index as an object.</summary>
    public static object Of(int index) => index < Known.Length ? Known[index] : index;
}
