using Oms.Domain.Import.GraphQl;

namespace Oms.Domain.Compatibility.GraphQl;

/// <summary>Compares the definitions of directives.</summary>
internal sealed class DirectiveComparison(GraphQlFindings findings, InputComparison inputs)
{
    internal void Compare(GraphQlDirective? before, GraphQlDirective after)
    {
        var path = $"@{after.Name}";
        if (Descriptions.Differ(before?.Description, after.Description))
            findings.Safe("DIRECTIVE_DESCRIPTION_CHANGED", path, $"The description of {path} changed");
        if (before is { IsRepeatable: true } && !after.IsRepeatable)
            findings.Dangerous("DIRECTIVE_REPEATABLE_REMOVED", path, $"{path} may no longer stand more than once at a place");
        if (after.IsRepeatable && before is not { IsRepeatable: true })
            findings.Safe("DIRECTIVE_REPEATABLE_ADDED", path, $"{path} may stand more than once at a place");
        foreach (var location in after.Locations.Except(before?.Locations ?? []))
            findings.Safe("DIRECTIVE_LOCATION_ADDED", path, $"{path} may stand at {location}");
        foreach (var location in (before?.Locations ?? []).Except(after.Locations))
            findings.Breaking("DIRECTIVE_LOCATION_REMOVED", path, $"{path} may no longer stand at {location}");
        inputs.DirectiveArguments(before, after);
    }
}
