using System.Collections.Immutable;

namespace Oms.Engine.Types;

/// <summary>Object types in order, with a bit for each type of the schema, so that membership is one look.</summary>
internal sealed class PossibleTypeSet
{
    private readonly ulong[] _bits;

    public PossibleTypeSet(ImmutableArray<ObjectType> types)
    {
        Types = types;
        var highest = -1;
        foreach (var type in types)
            highest = Math.Max(highest, type.Index);
        _bits = new ulong[(highest >> 6) + 1];
        foreach (var type in types)
            _bits[type.Index >> 6] |= 1UL << (type.Index & 63);
    }

    public static PossibleTypeSet Empty { get; } = new([]);

    public ImmutableArray<ObjectType> Types { get; }

    public bool Contains(ObjectType type)
    {
        var word = type.Index >> 6;
        return (uint)word < (uint)_bits.Length && (_bits[word] & (1UL << (type.Index & 63))) != 0;
    }
}
