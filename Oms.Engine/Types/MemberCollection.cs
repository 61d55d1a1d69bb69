using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Oms.Engine.Types;

/// <summary>Members in the order of the schema document, found by name in constant time.</summary>
/// <typeparam name="T">The kind of member.</typeparam>
public sealed class MemberCollection<T> : IReadOnlyList<T>
    where T : TypeSystemMember
{
    private readonly T[] _members;
    private readonly Dictionary<string, T> _byName;

    internal MemberCollection(IEnumerable<T> members)
    {
        _members = [.. members];
        _byName = new Dictionary<string, T>(_members.Length, StringComparer.Ordinal);
        foreach (var member in _members)
            _byName.TryAdd(member.Name, member);
    }

    /// <summary>A collection of nothing.</summary>
    public static MemberCollection<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _members.Length;

    /// <inheritdoc/>
    public T this[int index] => _members[index];

    /// <summary>The member of a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T this[string name] => _byName[name];

    /// <summary>Finds the member of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="member">The member.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue(string name, [NotNullWhen(true)] out T? member) => _byName.TryGetValue(name, out member);

    /// <summary>Whether there is a member of a name.</summary>
    /// <param name="name">The name.</param>
    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>The members without copying.</summary>
    /// <returns>The members in order.</returns>
    public ImmutableArray<T> AsImmutableArray() => ImmutableCollectionsMarshal.AsImmutableArray(_members);

    /// <summary>Enumerates without allocation.</summary>
    /// <returns>An enumerator.</returns>
    public ImmutableArray<T>.Enumerator GetEnumerator() => AsImmutableArray().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)_members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _members.GetEnumerator();
}
