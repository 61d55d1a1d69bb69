namespace Oms.Domain.Ontology;

/// <summary>The one rule for the letters of an id.</summary>
internal static class TextId
{
    /// <summary>True when every character is <c>a-z</c>, <c>0-9</c> or a hyphen.</summary>
    internal static bool HasForm(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
                return false;
        return true;
    }
}
