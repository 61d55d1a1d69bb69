namespace Oms.Domain.History;

/// <summary>An entry with its place in the trie.</summary>
internal readonly record struct KeyedEntry(MerkleKey Key, MerkleEntry Entry) : IComparable<KeyedEntry>
{
    public int CompareTo(KeyedEntry other) => Key.CompareTo(other.Key);
}
