namespace Oms.Domain.Ontology;

/// <summary>
/// A persistent map from element id to a value: a hash trie of sixteen children a node (Bagwell, Ideal Hash Trees, 2001). Among n ids one is
/// found, and a map with one more or less made, in log n to the base 16 steps. Safe to read from any number of threads.
/// </summary>
/// <typeparam name="T">The values.</typeparam>
internal sealed class HashTrie<T>
{
    internal static readonly HashTrie<T> Empty = new(static id => id.GetHashCode());

    private const int Width = 16;
    private const int Digit = 4;

    private readonly Func<ElementId, int> hash;

    // A branch is an array, a leaf is a leaf, and where there is nothing is null.
    private readonly object? top;

    /// <summary>The empty map over a hash of ids.</summary>
    internal HashTrie(Func<ElementId, int> hash) : this(hash, null, 0)
    {
    }

    private HashTrie(Func<ElementId, int> hash, object? top, int count)
    {
        this.hash = hash;
        this.top = top;
        Count = count;
    }

    /// <summary>How many ids there are.</summary>
    internal int Count { get; }

    internal bool TryGet(ElementId id, out T value)
    {
        var rest = hash(id);
        var node = top;
        for (; node is object?[] branch; rest >>>= Digit)
            node = branch[rest & (Width - 1)];
        for (var leaf = (Leaf?)node; leaf is not null; leaf = leaf.Next)
            if (leaf.Id == id)
            {
                value = leaf.Value;
                return true;
            }

        value = default!;
        return false;
    }

    /// <summary>This map with a value under an id, in the place of the one that is there.</summary>
    internal HashTrie<T> With(ElementId id, T value)
    {
        var made = 1;
        var next = Put(top, new Leaf(id, value, hash(id), null), 0, ref made);
        return new HashTrie<T>(hash, next, Count + made);
    }

    /// <summary>This map without an id.</summary>
    internal HashTrie<T> Without(ElementId id)
    {
        var left = Remove(top, id, hash(id), 0);
        return ReferenceEquals(left, top) ? this : new HashTrie<T>(hash, left, Count - 1);
    }

    // At most eight deep, as many digits as a hash has.
    private static object Put(object? node, Leaf leaf, int shift, ref int made)
    {
        switch (node)
        {
            case object?[] branch:
                return With(branch, leaf.Hash >>> shift, Put(branch[(leaf.Hash >>> shift) & (Width - 1)], leaf, shift + Digit, ref made));
            case Leaf old when old.Hash == leaf.Hash:
                var others = Without(old, leaf.Id);
                made = ReferenceEquals(others, old) ? 1 : 0;
                return leaf.Before(others);
            case Leaf old:
                var parted = new object?[Width];
                parted[(old.Hash >>> shift) & (Width - 1)] = old;
                return Put(parted, leaf, shift, ref made);
            default:
                return leaf;
        }
    }

    private static object? Remove(object? node, ElementId id, int hash, int shift)
    {
        if (node is not object?[] branch)
            return node is Leaf leaf && leaf.Hash == hash ? Without(leaf, id) : node;
        var old = branch[(hash >>> shift) & (Width - 1)];
        var left = Remove(old, id, hash, shift + Digit);
        return ReferenceEquals(left, old) ? branch : Collapsed(With(branch, hash >>> shift, left));
    }

    private static object?[] With(object?[] branch, int digit, object? child)
    {
        var copy = (object?[])branch.Clone();
        copy[digit & (Width - 1)] = child;
        return copy;
    }

    // A branch that leads to one leaf is that leaf, so that ids that go leave nothing behind.
    private static object? Collapsed(object?[] branch)
    {
        object? only = null;
        foreach (var child in branch)
            if (child is object?[] || (child is not null && only is not null))
                return branch;
            else
                only ??= child;
        return only;
    }

    // Leaves of one hash hang together; there is hardly ever more than one.
    private static Leaf? Without(Leaf leaf, ElementId id)
    {
        if (leaf.Id == id)
            return leaf.Next;
        var head = leaf;
        for (var other = leaf.Next; other is not null; other = other.Next)
            if (other.Id == id)
                return Chain(head, other);
        return leaf;
    }

    private static Leaf? Chain(Leaf from, Leaf without)
    {
        var chain = without.Next;
        for (var leaf = from; !ReferenceEquals(leaf, without); leaf = leaf.Next!)
            chain = leaf.Before(chain);
        return chain;
    }

    private sealed class Leaf(ElementId id, T value, int hash, Leaf? next)
    {
        internal ElementId Id => id;

        internal T Value => value;

        internal int Hash => hash;

        internal Leaf? Next => next;

        internal Leaf Before(Leaf? other) => new(id, value, hash, other);
    }
}
