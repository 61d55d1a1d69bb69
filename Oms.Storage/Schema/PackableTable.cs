namespace Oms.Storage.Schema;

/// <summary>An append-only table whose contents may be moved into packs.</summary>
/// <param name="Name">The table.</param>
/// <param name="Fixed">The columns that never change.</param>
/// <param name="Contents">The columns whose bytes may give way to their place in a pack.</param>
internal sealed record PackableTable(string Name, IReadOnlyList<string> Fixed, IReadOnlyList<string> Contents);
