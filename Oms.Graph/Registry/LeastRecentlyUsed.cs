using System.Diagnostics.CodeAnalysis;

namespace Oms.Graph.Registry;

/// <summary>A bounded cache that forgets what was not asked for the longest. May be used from several threads at once.</summary>
/// <typeparam name="TKey">What values are found by.</typeparam>
/// <typeparam name="TValue">What is kept.</typeparam>
/// <param name="capacity">How many are kept at most, 1 or more.</param>
internal sealed class LeastRecentlyUsed<TKey, TValue>(int capacity) where TKey : notnull
{
    private readonly System.Threading.Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> nodes = [];
    private readonly LinkedList<KeyValuePair<TKey, TValue>> order = [];

    /// <summary>How many are kept.</summary>
    internal int Count
    {
        get
        {
            lock (gate)
                return nodes.Count;
        }
    }

    /// <summary>The value of a key, which counts as used from now.</summary>
    internal bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            if (!nodes.TryGetValue(key, out var node))
            {
                value = default;
                return false;
            }

            if (order.First != node)
            {
                order.Remove(node);
                order.AddFirst(node);
            }

            value = node.Value.Value;
            return true;
        }
    }

    /// <summary>The value that was used last; false when nothing is kept.</summary>
    internal bool TryGetNewest([MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            value = order.First is { } first ? first.Value.Value : default;
            return order.First is not null;
        }
    }

    /// <summary>Keeps a value, in the place of what the key had.</summary>
    internal void Put(TKey key, TValue value)
    {
        lock (gate)
        {
            if (nodes.Remove(key, out var old))
                order.Remove(old);
            nodes[key] = order.AddFirst(new KeyValuePair<TKey, TValue>(key, value));
            if (nodes.Count <= capacity)
                return;
            nodes.Remove(order.Last!.Value.Key);
            order.RemoveLast();
        }
    }
}
