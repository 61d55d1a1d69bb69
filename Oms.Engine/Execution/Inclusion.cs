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

    private readonly ImmutableArray<ImmutableArray<(string Variable, bool Wanted)>> places;

    private Inclusion(ImmutableArray<ImmutableArray<(string Variable, bool Wanted)>> places)
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
                holds &= variables.Get(variable) is bool value && value == wanted;
            if (holds)
                return true;
        }

        return false;
    }

    /// <summary>There in either place.</summary>
    public Inclusion Or(Inclusion other) => IsAlways || other.IsAlways ? Always : new Inclusion(places.AddRange(other.places));

    /// <summary>There where this holds and the directives do too; null when they never do.</summary>
    public Inclusion? And(ImmutableArray<DirectiveNode> directives)
    {
        var result = this;
        foreach (var directive in directives)
        {
            if (directive.Name.Value is not ("skip" or "include"))
                continue;
            var wanted = directive.Name.Value == "include";
            switch (directive.Arguments.FirstOrDefault(a => a.Name.Value == "if")?.Value)
            {
                case BooleanValueNode constant when constant.Value != wanted:
                    return null;
                case VariableNode variable:
                    result = new Inclusion([.. result.places.Select(p => p.Add((variable.Name.Value, wanted)))]);
                    break;
            }
        }

        return result;
    }
}
