using System.Globalization;

namespace Oms.Benchmarks.Workload;

/// <summary>The data of the common workload, as its README says: 1,000 types on the branch main, nothing on any other.</summary>
internal sealed class Catalog
{
    private const string Branch = "main";
    private const int Count = 1000;

    private static readonly string[] DataTypes = ["STRING", "INTEGER", "DOUBLE", "BOOLEAN", "TIMESTAMP", "GEOPOINT"];

    private readonly ObjectType[] types = [.. Enumerable.Range(0, Count).Select(MakeType)];
    private readonly Dictionary<string, ObjectType> byId;

    public Catalog()
    {
        byId = types.ToDictionary(t => t.Id, StringComparer.Ordinal);
        for (var i = 0; i < Count; i++)
            types[i].OutgoingLinks = [.. Enumerable.Range(0, 3).Select(l => MakeLink(i, l))];
    }

    /// <summary>The first so many types of a branch; all of them when none is said.</summary>
    public IReadOnlyList<ObjectType> First(string branch, int? count) =>
        branch != Branch ? [] : count is { } some ? new ArraySegment<ObjectType>(types, 0, Math.Clamp(some, 0, Count)) : types;

    /// <summary>One type; null when there is none.</summary>
    public ObjectType? Find(string branch, string id) => branch == Branch ? byId.GetValueOrDefault(id) : null;

    private static ObjectType MakeType(int i) => new()
    {
        Id = Text($"ri.ontology.main.object-type.{i:000000}"),
        DisplayName = Text($"Object Type {i}"),
        Description = Text($"Describes object type number {i} of the main branch, as registered by the ontology team."),
        Status = (Status)(i % 3),
        Version = (i * 7 % 100) + 1,
        Properties =
        [
            .. Enumerable.Range(0, 12).Select(p => new Property(
                Text($"ri.ontology.main.property.{i:000000}.{p:00}"), Text($"Property {p} of {i}"), DataTypes[p % DataTypes.Length], p % 4 == 0)),
        ],
    };

    private Link MakeLink(int i, int l) =>
        new(Text($"ri.ontology.main.link-type.{i:000000}.{l}"), (Cardinality)l, types[((i * 31) + (l * 17) + 1) % Count]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
