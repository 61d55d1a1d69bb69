using System.Collections.Immutable;
using System.Numerics;

namespace Oms.Engine.Types;

/// <summary>The names of directive locations in SDL and introspection.</summary>
public static class DirectiveLocationNames
{
    /// <summary>All names; the index of a name is the number of its bit in <see cref="DirectiveLocations"/>.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE",
        "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
    ];

    /// <summary>The location of a name.</summary>
    /// <param name="name">The name, such as <c>FIELD_DEFINITION</c>.</param>
    /// <param name="location">The location.</param>
    /// <returns>Whether there is one of that name.</returns>
    public static bool TryParse(string name, out DirectiveLocations location)
    {
        var index = All.IndexOf(name);
        location = index < 0 ? DirectiveLocations.None : (DirectiveLocations)(1 << index);
        return index >= 0;
    }

    /// <summary>The name of one location.</summary>
    /// <param name="location">A single location.</param>
    /// <returns>Its name in SDL.</returns>
    public static string GetName(DirectiveLocations location) => All[BitOperations.TrailingZeroCount((int)location)];

    /// <summary>The names of a set of locations.</summary>
    /// <param name="locations">The locations.</param>
    /// <returns>Their names, executable ones first.</returns>
    public static IEnumerable<string> GetNames(DirectiveLocations locations)
    {
        for (var i = 0; i < All.Length; i++)
        {
            if (((int)locations & (1 << i)) != 0)
                yield return All[i];
        }
    }
}
