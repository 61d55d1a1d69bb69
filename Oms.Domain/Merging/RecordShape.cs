using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>
/// The fields of a record of the model, as <see cref="CanonicalJson"/> sees them, so that what is hashed is what is merged: a field that is
/// added to the model is merged without a word here. Made once for each type.
/// </summary>
internal sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Known = new();

    private static readonly string[][] Together =
    [
        ["status", "deprecation"],
        ["type", "sharedProperty"],
        ["cascadeDelete", "cascadeDepth"],
        ["directionality", "isSymmetric"],
    ];

    private readonly JsonTypeInfo info;

    private RecordShape(Type type)
    {
        info = CanonicalJson.Options.GetTypeInfo(type);
        var fields = info.Properties.Where(p => p.Name != "id").Select(Field).ToList();
        var groups = ImmutableArray.CreateBuilder<FieldGroup>();
        foreach (var field in fields)
            if (Together.FirstOrDefault(g => g.Contains(field.Name) && fields.Any(f => f.Name == g[1])) is not { } group)
                groups.Add(new FieldGroup(field.Name, [field]));
            else if (field.Name == group[0])
                groups.Add(new FieldGroup(field.Name, [field, fields.First(f => f.Name == group[1])]));
        Groups = groups.ToImmutable();
        Id = info.Properties.Where(p => p.Name == "id").Select(Field).FirstOrDefault();
        Blank = Create();
    }

    /// <summary>The fields without the id, in groups.</summary>
    internal ImmutableArray<FieldGroup> Groups { get; }

    /// <summary>The identity; null where the record has none.</summary>
    internal RecordField? Id { get; }

    /// <summary>A record in which nothing is said.</summary>
    internal object Blank { get; }

    internal static RecordShape Of(Type type) => Known.GetOrAdd(type, static t => new RecordShape(t));

    /// <summary>A new record under the identity of another.</summary>
    internal object Like(object other)
    {
        var made = Create();
        Id?.Set(made, Id.Get(other));
        return made;
    }

    internal bool Same(object a, object b)
    {
        if (Id is { } id && !ModelValues.Same(id.Get(a), id.Get(b)))
            return false;
        return SameContent(a, b);
    }

    /// <summary>As <see cref="Same"/>, whatever the ids.</summary>
    internal bool SameContent(object a, object b)
    {
        foreach (var group in Groups)
            if (!group.Same(a, b))
                return false;
        return true;
    }

    private object Create() => info.CreateObject!();

    private static RecordField Field(JsonPropertyInfo property)
    {
        var type = property.PropertyType;
        var item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GetGenericArguments()[0] : null;
        return new RecordField(
            property.Name, type, KindOf(property.Name, type, item), item is null ? null : ListShape.Of(item), property.Get!, property.Set!);
    }

    private static FieldKind KindOf(string name, Type type, Type? item) =>
        name == "name" ? FieldKind.Name
        : type == typeof(LocalizedText) ? FieldKind.Texts
        : type == typeof(Annotations) ? FieldKind.Annotations
        : item == typeof(Constraint) ? FieldKind.Constraints
        : item is not null ? typeof(Member).IsAssignableFrom(item) || item == typeof(Applicability) ? FieldKind.Records : FieldKind.Set
        : name == "version" && type == typeof(int) ? FieldKind.Counter
        : type == typeof(LinkEnd) || type == typeof(UiHints) || type == typeof(Webhook) ? FieldKind.Record
        : FieldKind.Scalar;
}
