using System.Collections.Immutable;

namespace Oms.Engine.Types;

/// <summary>A schema that cannot be built or bound, with everything that is wrong with it, so that one start shows it all.</summary>
/// <param name="errors">All violations.</param>
public sealed class SchemaException(ImmutableArray<SchemaError> errors) : Exception(Describe(errors))
{
    /// <summary>All violations.</summary>
    public ImmutableArray<SchemaError> Errors { get; } = errors;

    private static string Describe(ImmutableArray<SchemaError> errors) =>
        $"The schema has {errors.Length} {(errors.Length == 1 ? "problem" : "problems")}:{Environment.NewLine}"
        + string.Join(Environment.NewLine, errors.Select(e => "- " + e));
}
