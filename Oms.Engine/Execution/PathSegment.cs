namespace Oms.Engine.Execution;

/// <summary>A place in the response, from the inside out.</summary>
/// <param name="Parent">What it lies in; null at the root.</param>
/// <param name="Key">A response name or a list index.</param>
internal sealed record PathSegment(PathSegment? Parent, object Key)
{
    /// <summary>The place from the outside in.</summary>
    public object[] ToArray()
    {
        var count = 0;
        for (var segment = this; segment is not null; segment = segment.Parent)
            count++;
        var path = new object[count];
        for (var segment = this; segment is not null; segment = segment.Parent)
            path[--count] = segment.Key;
        return path;
    }
}
