using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>Something wrong with a schema.</summary>
/// <param name="Phase">The step that found it.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Locations">The places in the schema document, possibly none.</param>
/// <param name="Coordinate">The schema coordinate of the member at fault; null when it is the schema as a whole.</param>
/// <param name="Rule">The name of the rule for violations of <see cref="SchemaErrorPhase.Document"/>; null for others.</param>
public sealed record SchemaError(
    SchemaErrorPhase Phase,
    string Message,
    ImmutableArray<Location> Locations,
    string? Coordinate = null,
    string? Rule = null)
{
    /// <summary>The message with its first place and coordinate.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString()
    {
        var place = Locations.IsDefaultOrEmpty || Locations[0].IsNone ? "" : $"{Locations[0].Source!.Name ?? "schema"}({Locations[0].Line},{Locations[0].Column}): ";
        return Coordinate is null ? place + Message : $"{place}{Message} [{Coordinate}]";
    }
}
