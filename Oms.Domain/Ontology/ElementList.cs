using System.Collections;
using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>The elements of one kind in ordinal order of their names. Access by position or name is O(log n).</summary>
public sealed class ElementList : IReadOnlyList<Element>
{
    internal static readonly ElementList Empty = new(ImmutableSortedSet<NamedElement>.Empty);

    internal ElementList(ImmutableSortedSet<NamedElement> names) => Names = names;

    /// <inheritdoc/>
    public int Count => Names.Count;

    internal ImmutableSortedSet<NamedElement> Names { get; }

    /// <inheritdoc/>
    public Element this[int index] => Names[index].Element!;

    /// <summary>The element of this name; null where there is none.</summary>
    public Element? Find(string name) => Names.TryGetValue(new NamedElement(name, null), out var found) ? found.Element : null;

    /// <summary>The position of the first element whose name is this one or comes after it; <see cref="Count"/> where none does.</summary>
    public int PositionOf(string name)
    {
        var position = Names.IndexOf(new NamedElement(name, null));
        return position < 0 ? ~position : position;
    }

    /// <inheritdoc/>
    public IEnumerator<Element> GetEnumerator()
    {
        foreach (var named in Names)
            yield return named.Element!;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
