namespace Oms.Messaging.Nats;

/// <summary>The rules of subjects: tokens joined by dots, none empty, no blanks; <c>*</c> stands for one token, a last <c>&gt;</c> for the rest.</summary>
public static class NatsSubject
{
    /// <summary>The longest subject that is sent, well under the server's control line of 4,096 bytes.</summary>
    public const int MaxLength = 1024;

    /// <summary>Whether a message may be sent to it.</summary>
    public static bool IsValid(ReadOnlySpan<char> subject) => IsPattern(subject) && !subject.ContainsAny('*', '>');

    /// <summary>Whether it may be subscribed to.</summary>
    public static bool IsPattern(ReadOnlySpan<char> subject)
    {
        if (subject.Length is 0 or > MaxLength)
            return false;
        foreach (var range in subject.Split('.'))
        {
            var token = subject[range];
            if (token.IsEmpty || (token is ">" && range.End.GetOffset(subject.Length) != subject.Length))
                return false;
            foreach (var c in token)
                if (c is <= ' ' or '\x7f' || (c is '*' or '>' && token.Length > 1))
                    return false;
        }

        return true;
    }

    /// <summary>Whether a subject falls under a pattern.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> subject)
    {
        var tokens = subject.Split('.');
        foreach (var range in pattern.Split('.'))
        {
            if (!tokens.MoveNext())
                return false;
            var token = pattern[range];
            if (token is ">")
                return true;
            if (token is not "*" && !token.SequenceEqual(subject[tokens.Current]))
                return false;
        }

        return !tokens.MoveNext();
    }

    /// <summary>A text as one token: what may not stand in a token becomes <c>%XX</c>, so that different texts stay different.</summary>
    public static string Token(string text)
    {
        if (text.Length > 0 && !text.AsSpan().ContainsAny(Reserved) && !text.Any(c => c is <= ' ' or >= '\x7f'))
            return text;
        var token = new System.Text.StringBuilder(text.Length + 8);
        foreach (var b in System.Text.Encoding.UTF8.GetBytes(text))
        {
            if (b is <= 0x20 or >= 0x7f or (byte)'.' or (byte)'*' or (byte)'>' or (byte)'%')
                token.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else
                token.Append((char)b);
        }

        return token.Length == 0 ? "%" : token.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Reserved = System.Buffers.SearchValues.Create(".*>%");
}
