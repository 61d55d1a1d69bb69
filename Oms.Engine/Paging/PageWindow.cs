namespace Oms.Engine.Paging;

/// <summary>What the paging arguments leave of a list (Relay cursor connections, section 4.4), whose length may not be known yet.</summary>
/// <param name="Start">The position behind <c>after</c>.</param>
/// <param name="End">The position of <c>before</c>; null where it is not given.</param>
/// <param name="First">How many from the start; null where <paramref name="Last"/> is given.</param>
/// <param name="Last">How many from the end.</param>
internal readonly record struct PageWindow(int Start, int? End, int? First, int? Last)
{
    /// <summary>How many items can be on the page, when it is read from the start.</summary>
    public int Limit => Math.Min(First ?? 0, End is { } end ? Math.Max(0, end - Start) : int.MaxValue);

    /// <summary>The page in a list of a known length: the positions of its first item, and behind its last.</summary>
    public (int Start, int End) Within(int count)
    {
        var start = Math.Min(Start, count);
        var end = Math.Max(start, Math.Min(End ?? count, count));
        if (First is { } first)
            end = Math.Min(end, start + Math.Min(first, count));
        if (Last is { } last)
            start = Math.Max(start, end - last);
        return (start, end);
    }
}
