using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Execution;

/// <summary>
/// When a selection is there (spec 3.13.1 and 3.13.2): in one of several places, in each of which every condition holds.
/// </summary>
internal sealed class Inclusion
{
    /// <summary>Always there.</summary>
    public static readonly Inclusion Always = new([[]]);

    private readonly ImmutableArray<ImmutableArray<(VariableNode Variable, bool Wanted)>> places;

    private Inclusion(ImmutableArray<ImmutableArray<(VariableNode Variable, bool Wanted)>> places)
    {
        this.places = places;
        IsAlways = places.Any(p => p.IsEmpty);
    }

    /// <summary>Whether it never depends on a variable.</summary>
    public bool IsAlways { get; }

    /// <summary>Whether it is there in this request.</summary>
    public bool Holds(VariableValues variables)
    {
        if (IsAlways)
            return true;
        foreach (var place in places)
        {
            var holds = true;
            foreach (var (variable, wanted) in place)
                holds &= variables.Get(variable.Name.Value) is bool value && value == wanted;
            if (holds)
                return true;
        }

        return false;
    }

    /// <summary>The first condition asked that is null, which a nullable variable with a default may be; null when there is none.</summary>
    public VariableNode? FindNull(VariableValues variables)
    {
        foreach (var place in places)
        {
            foreach (var (variable, wanted) in place)
            {
                var value = variables.Get(variable.Name.Value);
                if (value is null)
                    return variable;
                if (value is bool flag && flag != wanted)
                    break;
            }
        }

        return null;
    }

    /// <summary>Whether it depends on one of these variables.</summary>
    public bool Asks(HashSet<string> variables) => variables.Count > 0 && places.Any(p => p.Any(c => variables.Contains(c.Variable.Name.Value)));

    /// <summary>There in either place.</summary>
    public Inclusion Or(Inclusion other) => IsAlways || other.IsAlways ? Always : new Inclusion(places.AddRange(other.places));

    /// <summary>There where this holds and the directives do too; null when they never do.</summary>
    public Inclusion? And(ImmutableArray<DirectiveNode> directives)
    {
        var result = this;
        if (directives.IsEmpty)
            return this;
        // @skip is asked first, wherever it stands; a condition that is null is told of only where it is asked (spec 3.13.1).
        foreach (var directive in directives.Where(d => d.Name.Value is "skip" or "include").OrderByDescending(d => d.Name.Value, StringComparer.Ordinal))
        {
            var wanted = directive.Name.Value == "include";
            switch (directive.Arguments.FirstOrDefault(a => a.Name.Value == "if")?.Value)
            {
                case BooleanValueNode constant when constant.Value != wanted:
                    return null;
                case VariableNode variable:
                    result = new Inclusion([.. result.places.Select(p => p.Add((variable, wanted)))]);
                    break;
            }
        }

        return result;
    }
}
