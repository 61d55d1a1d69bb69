using Microsoft.EntityFrameworkCore.Migrations;

namespace Oms.Storage.Schema;

/// <summary>One step forward of the tables. A step that was released is never changed; there are no steps back.</summary>
/// <param name="Format">The format that the store has after it.</param>
/// <param name="Apply">What it does, in EF Core's words, which each provider renders in its own SQL.</param>
/// <param name="AppendOnly">Tables that refuse changes and deletions from here on.</param>
internal sealed record SchemaStep(int Format, Action<MigrationBuilder> Apply, IReadOnlyList<string> AppendOnly)
{
    /// <summary>Tables of before that refused every change, whose contents may be moved into packs from here on, and nothing else.</summary>
    internal IReadOnlyList<PackableTable> Packable { get; init; } = [];
}
