using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Oms.Engine.Constraints;

/// <summary>
/// What a <c>@constraint</c> asks of a value, under the names of graphql-constraint-directive. Of a list, <c>minItems</c> and <c>maxItems</c>
/// hold for the list and the rest for each of its items; null is constrained by its type alone.
/// </summary>
internal sealed class InputConstraint
{
    /// <summary>How many characters a text has at least, in UTF-16 code units.</summary>
    public int? MinLength { get; init; }

    /// <summary>How many characters a text has at most.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What a text begins with.</summary>
    public string? StartsWith { get; init; }

    /// <summary>What a text ends with.</summary>
    public string? EndsWith { get; init; }

    /// <summary>What stands in a text.</summary>
    public string? Contains { get; init; }

    /// <summary>What does not stand in a text.</summary>
    public string? NotContains { get; init; }

    /// <summary>What a text matches; in linear time, whatever the text.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>The least number.</summary>
    public double? Min { get; init; }

    /// <summary>The greatest number.</summary>
    public double? Max { get; init; }

    /// <summary>What a number is greater than.</summary>
    public double? ExclusiveMin { get; init; }

    /// <summary>What a number is less than.</summary>
    public double? ExclusiveMax { get; init; }

    /// <summary>What divides a number.</summary>
    public double? MultipleOf { get; init; }

    /// <summary>How many items a list has at least.</summary>
    public int? MinItems { get; init; }

    /// <summary>How many items a list has at most.</summary>
    public int? MaxItems { get; init; }

    /// <summary>What a value breaks.</summary>
    /// <param name="value">A coerced value; not null.</param>
    /// <returns>What it must be, to follow its name; null when it breaks nothing.</returns>
    public string? Check(object value) => value switch
    {
        string text => CheckText(text),
        IList list => CheckList(list),
        int or long or float or double or decimal or short or byte => CheckNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        BigInteger number => CheckNumber((double)number),
        _ => null,
    };

    private string? CheckText(string text)
    {
        if (text.Length < MinLength)
            return $"must have {MinLength} characters at least";
        if (text.Length > MaxLength)
            return $"must have {MaxLength} characters at most";
        if (StartsWith is not null && !text.StartsWith(StartsWith, StringComparison.Ordinal))
            return $"must begin with \"{StartsWith}\"";
        if (EndsWith is not null && !text.EndsWith(EndsWith, StringComparison.Ordinal))
            return $"must end with \"{EndsWith}\"";
        if (Contains is not null && !text.Contains(Contains, StringComparison.Ordinal))
            return $"must contain \"{Contains}\"";
        if (NotContains is not null && text.Contains(NotContains, StringComparison.Ordinal))
            return $"must not contain \"{NotContains}\"";
        return Pattern is null || Pattern.IsMatch(text) ? null : $"must match {Pattern}";
    }

    private string? CheckNumber(double number)
    {
        if (number < Min)
            return FormattableString.Invariant($"must be {Min} at least");
        if (number > Max)
            return FormattableString.Invariant($"must be {Max} at most");
        if (number <= ExclusiveMin)
            return FormattableString.Invariant($"must be greater than {ExclusiveMin}");
        if (number >= ExclusiveMax)
            return FormattableString.Invariant($"must be less than {ExclusiveMax}");
        return MultipleOf is not { } step || Math.IEEERemainder(number, step) == 0 ? null : FormattableString.Invariant($"must be a multiple of {step}");
    }

    private string? CheckList(IList list)
    {
        if (list.Count < MinItems)
            return $"must have {MinItems} items at least";
        if (list.Count > MaxItems)
            return $"must have {MaxItems} items at most";
        foreach (var item in list)
        {
            if (item is not null && Check(item) is { } problem)
                return problem;
        }

        return null;
    }
}
