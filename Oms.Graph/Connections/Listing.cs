using Oms.Engine.Paging;

namespace Oms.Graph.Connections;

/// <summary>A list that pages are cut from by position, without walking it.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal abstract class Listing<T>
{
    /// <summary>The whole list, with items reached by position.</summary>
    internal abstract IReadOnlyList<T> Items { get; }

    /// <summary>The cursor of an item.</summary>
    internal abstract string CursorOf(T item, int position);

    /// <summary>The position of a cursor's item; when it is there no more, the complement of where it would stand.</summary>
    internal abstract int PositionOf(string cursor);

    /// <summary>Cuts a page.</summary>
    internal Connection<TNode> Page<TNode>(PageArguments arguments, Func<T, TNode> toNode)
    {
        var (start, end) = Range(arguments);
        var nodes = new TNode[end - start];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = toNode(Items[start + i]);
        return new(nodes, i => CursorOf(Items[start + i], start + i), end < Items.Count, start > 0, Items.Count);
    }

    private (int Start, int End) Range(PageArguments arguments)
    {
        var start = arguments.After is { } after ? Behind(PositionOf(after)) : 0;
        var end = arguments.Before is { } before ? At(PositionOf(before)) : Items.Count;
        end = Math.Max(start, end);
        if (arguments.First is { } first)
            end = Math.Min(end, start + first);
        if (arguments.Last is { } last)
            start = Math.Max(start, end - last);
        return (start, end);
    }

    private static int Behind(int position) => position < 0 ? ~position : position + 1;

    private static int At(int position) => position < 0 ? ~position : position;
}
