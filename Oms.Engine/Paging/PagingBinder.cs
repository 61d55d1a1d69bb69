using Oms.Engine.Binding;
using Oms.Engine.Data;
using Oms.Engine.Types;

namespace Oms.Engine.Paging;

/// <summary>Binds the fields with <c>@usePaging</c>, and the types of their pages.</summary>
/// <param name="options">How connections are paged that do not say otherwise.</param>
/// <param name="problems">Gets what does not fit.</param>
internal sealed class PagingBinder(PagingOptions options, List<string> problems)
{
    private readonly Dictionary<FieldDefinition, PagingSettings> settings = [];

    /// <summary>Whether a field is a connection that the engine cuts or checks.</summary>
    public static bool IsPaged(FieldDefinition field) => field.FindDirective(ConnectionTypes.UsePaging) is not null;

    /// <summary>The type of what a connection lists; null when it lists nothing.</summary>
    public static IType? NodeOf(FieldDefinition field) => field.Type.NamedType is not ComplexType connection ? null
        : TypeOf(connection, "edges") is ComplexType edge && edge.Fields.TryGetValue("node", out var node) ? node.Type
        : connection.Fields.TryGetValue("nodes", out var nodes) ? nodes.Type.NullableType.ItemType : null;

    /// <summary>How a field is paged, with or without the directive.</summary>
    public PagingSettings SettingsOf(FieldDefinition field)
    {
        if (settings.TryGetValue(field, out var known))
            return known;
        if (!field.Arguments.TryGetValue("first", out _) && !field.Arguments.TryGetValue("last", out _))
            problems.Add($"{field.Coordinate} has neither an argument first nor last to page by.");
        var read = new PagingSettings(field, options);
        if (read.DefaultPageSize < 0)
            problems.Add($"{field.Coordinate} is paged by {read.DefaultPageSize} items; a page size is at least 0.");
        return settings[field] = read;
    }

    /// <summary>What cuts the pages of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="item">The type of what it lists.</param>
    /// <param name="query">What else clients may ask of the list; null when nothing.</param>
    public ListQuery Cut(FieldDefinition field, Type item, ListQuery? query) =>
        (ListQuery)Activator.CreateInstance(typeof(PagedList<>).MakeGenericType(item), SettingsOf(field), query)!;

    /// <summary>Binds the types of the pages where nothing else does.</summary>
    public static void BindTypes(Schema schema, ResolverCompiler compiler, Dictionary<FieldDefinition, FieldBinding> bindings)
    {
        foreach (var field in schema.Types.OfType<ObjectType>().SelectMany(t => t.Fields).Where(IsPaged))
        {
            if (field.Type.NamedType is not ObjectType connection)
                continue;
            Bind(connection, typeof(IConnection));
            Bind(TypeOf(connection, "edges"), typeof(IEdge));
            Bind(TypeOf(connection, "pageInfo"), typeof(PageInfo));
        }

        void Bind(NamedType? type, Type runtimeType)
        {
            if (type is not ObjectType bound)
                return;
            foreach (var property in runtimeType.GetProperties())
                if (bound.Fields.TryGetValue(MemberNames.Of(property), out var field) && !bindings.ContainsKey(field))
                    bindings[field] = compiler.OfProperty(property, field, isRoot: false);
        }
    }

    private static NamedType? TypeOf(ComplexType type, string field) => type.Fields.TryGetValue(field, out var found) ? found.Type.NamedType : null;
}
