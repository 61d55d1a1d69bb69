using System.Text;

namespace Oms.Storage;

/// <summary>How a row's property is called in the database: words in lower case, joined by underscores.</summary>
internal static class ColumnNames
{
    internal static string Of(string property)
    {
        var name = new StringBuilder(property.Length + 4);
        foreach (var c in property)
        {
            if (char.IsAsciiLetterUpper(c) && name.Length > 0)
                name.Append('_');
            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }
}
