namespace Oms.Domain.Import.GraphQl;

/// <summary>Takes the text of a type apart. A document's reader bounds how deep lists are in lists.</summary>
public static class GraphQlTypeText
{
    /// <summary>True for a type that has no null.</summary>
    public static bool IsNonNull(ReadOnlySpan<char> type) => type.EndsWith('!');

    /// <summary>True for a list that may be null.</summary>
    public static bool IsList(ReadOnlySpan<char> type) => type.EndsWith(']');

    /// <summary>The type without its not being null.</summary>
    public static ReadOnlySpan<char> Nullable(ReadOnlySpan<char> type) => IsNonNull(type) ? type[..^1] : type;

    /// <summary>What a list that may be null has items of.</summary>
    public static ReadOnlySpan<char> Items(ReadOnlySpan<char> list) => list[1..^1];

    /// <summary>The name in the midst.</summary>
    public static ReadOnlySpan<char> Named(ReadOnlySpan<char> type) => type.TrimStart('[').TrimEnd("!]");

    /// <summary>Whether clients that read the old type can read each value of the new one.</summary>
    public static bool IsSafeForOutput(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        while (true)
        {
            if (IsNonNull(after))
            {
                before = Nullable(before);
                after = Nullable(after);
            }
            else if (IsNonNull(before))
                return false;

            if (!IsList(before) || !IsList(after))
                return before.SequenceEqual(after);
            before = Items(before);
            after = Items(after);
        }
    }

    /// <summary>Whether each value that clients give for the old type is one of the new type too.</summary>
    public static bool IsSafeForInput(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        while (true)
        {
            if (IsNonNull(before))
            {
                before = Nullable(before);
                after = Nullable(after);
            }
            else if (IsNonNull(after))
                return false;

            if (!IsList(before) || !IsList(after))
                return before.SequenceEqual(after);
            before = Items(before);
            after = Items(after);
        }
    }
}
