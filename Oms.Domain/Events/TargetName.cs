using Oms.Domain.Refusals;

namespace Oms.Domain.Events;

/// <summary>The rule for names of webhooks and routes: lower-case letters, digits and <c>-</c>, a letter first.</summary>
internal static class TargetName
{
    private const int MaxLength = 60;

    /// <summary>Why this is no name; null when it is one.</summary>
    internal static Refusal? Check(string field, string name)
    {
        var isName = name.Length is > 0 and <= MaxLength && char.IsAsciiLetterLower(name[0])
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        return isName ? null : new InvalidName(
            name.Length <= MaxLength ? name : name[..MaxLength],
            $"A name here has 1 to {MaxLength} lower-case letters, digits and '-', a letter first.") { Path = [field] };
    }
}
