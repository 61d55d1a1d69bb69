namespace Oms.Domain.Events;

/// <summary>A pattern of names: every character stands for itself, <c>*</c> for any run of characters, an empty one too.</summary>
public static class EventPattern
{
    /// <summary>The longest pattern, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>True when the pattern matches the whole text. Takes time in the product of the lengths at most.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (at, place, star, mark) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (place < pattern.Length && pattern[place] == '*')
            {
                (star, mark) = (place++, at);
            }
            else if (place < pattern.Length && pattern[place] == text[at])
            {
                place++;
                at++;
            }
            else if (star >= 0)
            {
                // The last star takes one character more.
                place = star + 1;
                at = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern[place..].TrimStart('*').IsEmpty;
    }
}
