using System.Collections.Immutable;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Rules;

/// <summary>Texts are whole Unicode without control characters, and no longer than they may be.</summary>
internal sealed class TextRules(Violations violations)
{
    internal void Check(string? text, string what, int longest, Trail trail, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required)
                violations.Add(trail, new InvalidDefinition("text_required", $"A {what} is needed here."));
            else if (text is { Length: > 0 })
                violations.Add(trail, new InvalidDefinition("text_blank", $"The {what} is nothing but white space; leave it out instead."));
            return;
        }

        if (text.Length > longest)
            violations.Add(trail, new LimitExceeded($"length of a {what}", longest, text.Length, $"A {what} has at most {longest} characters, this one {text.Length}."));
        if (!IsClean(text))
            violations.Add(trail, new MalformedInput($"The {what} holds half a surrogate pair or a control character other than tab and line end."));
    }

    internal void Check(LocalizedText text, string what, int longest, Trail trail)
    {
        Count(text.Texts.Count, "languages", Limits.Languages, trail);
        foreach (var (language, value) in text.Texts)
        {
            if (!IsLanguage(language))
                violations.Add(trail, new MalformedInput(
                    $"'{Words.Shortened(language)}' is no language tag in lower case, such as 'en', 'ko' or 'pt-br' (BCP 47)."));
            Check(value, what, longest, trail.At(Words.Shortened(language)));
        }
    }

    internal void Count(int count, string what, int most, Trail trail)
    {
        if (count > most)
            violations.Add(trail, new LimitExceeded(what, most, count, $"At most {most} {what} are allowed here, not {count}."));
    }

    internal void Range(long value, string field, long least, long most, Trail trail)
    {
        if (value < least || value > most)
            violations.Add(trail.At(field), new LimitExceeded(field, value < least ? least : most, value, $"The field {field} is from {least} to {most}, not {value}."));
    }

    internal void Each(ImmutableArray<string> words, string what, int most, int longest, Trail trail)
    {
        Count(words.Length, what + "s", most, trail);
        for (var i = 0; i < words.Length; i++)
            Check(words[i], what, longest, trail.At(i), required: true);
    }

    internal void Address(string? address, string what, Trail trail)
    {
        if (address is null)
            return;
        Check(address, what, Limits.AddressLength, trail, required: true);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            violations.Add(trail, new MalformedInput($"The {what} is an absolute http or https address, which '{Words.Shortened(address)}' is not."));
    }

    internal static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r'))
                return false;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    private static bool IsLanguage(string tag) => tag.Length <= Limits.LanguageTagLength && tag.Split('-') is var parts
        && parts[0].Length is >= 2 and <= 8 && parts[0].All(char.IsAsciiLetterLower)
        && parts.Skip(1).All(p => p.Length is >= 1 and <= 8 && p.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
}
