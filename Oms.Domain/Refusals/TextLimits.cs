namespace Oms.Domain.Refusals;

/// <summary>Limits on what people write, in characters (UTF-16 code units).</summary>
public static class TextLimits
{
    /// <summary>A commit's message.</summary>
    public const int MaxMessage = 5_000;

    /// <summary>The reason of a lock, an archival or another command.</summary>
    public const int MaxReason = 1_000;

    /// <summary>The description of a branch.</summary>
    public const int MaxDescription = 2_000;

    /// <summary>The refusal of a text that is blank or too long; null when it is neither.</summary>
    internal static Refusal? Check(string field, string text, int max) => string.IsNullOrWhiteSpace(text)
        ? new ValueOutOfRange($"length of {field}", 1, max, 0) { Path = [field] }
        : CheckOptional(field, text, max);

    /// <summary>The refusal of a text that is too long; null when it is not.</summary>
    internal static Refusal? CheckOptional(string field, string text, int max) => text.Length > max
        ? new ValueOutOfRange($"length of {field}", 0, max, text.Length) { Path = [field] }
        : null;
}
