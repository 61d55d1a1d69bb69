using System.Runtime.CompilerServices;

namespace Oms.Engine.Binding;

/// <summary>The JSON of a CLR enum's values, found without boxing: by index where the values are small numbers, as they are nearly always.</summary>
internal static class EnumJson<T>
    where T : struct, Enum
{
    private const int MaxIndex = 256;

    private static readonly Dictionary<T, byte[]> ByValue = Enum.GetValues<T>().Distinct().ToDictionary(v => v, v => EnumNames.Of(typeof(T)).Json(v)!);
    private static readonly byte[]?[] ByIndex = MakeIndex();

    /// <summary>The name with its quotes, as UTF-8; null for a value without a name.</summary>
    public static byte[]? Of(T value)
    {
        var index = IndexOf(value);
        return index < (ulong)ByIndex.Length ? ByIndex[index] : ByValue.GetValueOrDefault(value);
    }

    private static byte[]?[] MakeIndex()
    {
        var small = ByValue.Keys.Where(v => IndexOf(v) < MaxIndex).ToArray();
        var index = new byte[]?[small.Length == 0 ? 0 : small.Max(v => (int)IndexOf(v)) + 1];
        foreach (var value in small)
            index[IndexOf(value)] = ByValue[value];
        return index;
    }

    private static ulong IndexOf(T value) => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.BitCast<T, byte>(value),
        2 => Unsafe.BitCast<T, ushort>(value),
        4 => Unsafe.BitCast<T, uint>(value),
        _ => Unsafe.BitCast<T, ulong>(value),
    };
}
