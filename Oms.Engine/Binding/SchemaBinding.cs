using System.Collections.Concurrent;
using System.Collections.Immutable;
using Oms.Engine.Authorization;
using Oms.Engine.Caching;
using Oms.Engine.Configuration;
using Oms.Engine.Constraints;
using Oms.Engine.CostAnalysis;
using Oms.Engine.Introspection;
using Oms.Engine.Language;
using Oms.Engine.Middleware;
using Oms.Engine.Types;

namespace Oms.Engine.Binding;

/// <summary>A schema with the C# behind it: resolvers, object types of CLR types, authorization.</summary>
internal sealed class SchemaBinding
{
    private readonly Dictionary<FieldDefinition, FieldBinding> bindings;
    private readonly Dictionary<Type, ObjectType> objectTypes;
    private readonly ConcurrentDictionary<Type, ObjectType?> resolvedTypes = new();
    private readonly Dictionary<TypeSystemMember, ImmutableArray<AuthorizeDirective>> authorize;
    private readonly HashSet<NamedType> awaiting;
    private readonly AbstractTypeResolver? typeResolver;

    /// <summary>Takes what the binder found.</summary>
    public SchemaBinding(
        Schema schema,
        RequestOptions options,
        Dictionary<FieldDefinition, FieldBinding> bindings,
        Dictionary<Type, ObjectType> objectTypes,
        Dictionary<TypeSystemMember, ImmutableArray<AuthorizeDirective>> authorize,
        AbstractTypeResolver? typeResolver,
        CostModel costs)
    {
        Costs = costs;
        Schema = schema;
        Options = options;
        this.bindings = bindings;
        this.objectTypes = objectTypes;
        this.authorize = authorize;
        this.typeResolver = typeResolver;
        awaiting = FindAwaiting();
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>What fields, types and arguments weigh.</summary>
    public CostModel Costs { get; }

    /// <summary>How requests are executed.</summary>
    public RequestOptions Options { get; }

    /// <summary>Whether the application has loaders.</summary>
    public bool HasDataLoaders { get; init; }

    /// <summary>Directives of operations that have a meaning of the server's own; null when there are none.</summary>
    public OperationDirectives? OperationDirectives { get; init; }

    /// <summary>What fields say of the responses they are part of; null where nobody tells caches.</summary>
    public CacheControlModel? Caching { get; init; }

    /// <summary>The answers of introspection that were written last.</summary>
    public IntrospectionAnswers Introspection { get; } = new();

    /// <summary>How a field gets its value; null for <c>__typename</c>.</summary>
    public FieldBinding? BindingOf(ObjectType type, FieldDefinition field) =>
        bindings.GetValueOrDefault(field) ?? (field.Name == "__typename" ? null : throw new InvalidOperationException($"{type.Name}.{field.Name} has no resolver."));

    /// <summary>How a selected field gets its value, with what its directives stand for.</summary>
    public FieldBinding? BindingOf(ObjectType type, FieldDefinition field, ImmutableArray<FieldNode> nodes) =>
        OperationDirectives is null ? BindingOf(type, field) : OperationDirectives.Around(BindingOf(type, field), type, field, nodes);

    /// <summary>Who may use a field: what its type asks for, then what it asks for itself.</summary>
    public ImmutableArray<AuthorizeDirective> AuthorizeOf(ObjectType type, FieldDefinition field)
    {
        var ofType = authorize.GetValueOrDefault(type, []);
        var ofField = authorize.GetValueOrDefault(field, []);
        return ofType.IsEmpty ? ofField : ofType.AddRange(ofField);
    }

    /// <summary>Whether something of this type, or below it, may have to be awaited.</summary>
    public bool MayAwait(NamedType type) => OperationDirectives is not null || awaiting.Contains(type);

    /// <summary>The object type of a value where the schema says this type; null when it has none that is possible there.</summary>
    public ObjectType? ObjectTypeOf(NamedType named, object value)
    {
        if (named is ObjectType only)
            return only;
        if (typeResolver?.Invoke(named, value) is { } name)
            return Schema.TryGetType(name, out var type) && type is ObjectType found && named.IsPossibleType(found) ? found : null;
        return resolvedTypes.GetOrAdd(value.GetType(), FindObjectType) is { } bound && named.IsPossibleType(bound) ? bound : null;
    }

    /// <summary>A part of the schema, with the C# of the whole.</summary>
    /// <param name="part">The part: some of the types, with some of their members.</param>
    /// <param name="setup">How the whole was set up.</param>
    /// <returns>The part's binding.</returns>
    public SchemaBinding For(Schema part, SchemaSetup setup)
    {
        List<string> problems = [];
        var fields = new Dictionary<FieldDefinition, FieldBinding>();
        var directives = new Dictionary<TypeSystemMember, ImmutableArray<AuthorizeDirective>>();
        IntrospectionFields.AddTo(part, fields);
        foreach (var type in part.Types.OfType<ObjectType>().Where(t => !t.IsIntrospectionType))
        {
            var whole = (ObjectType)Schema.Types[type.Name];
            Keep(type, whole);
            foreach (var field in type.Fields)
            {
                Keep(field, whole.Fields[field.Name]);
                fields[field] = bindings[whole.Fields[field.Name]].For(field, whole.Fields[field.Name]);
            }
        }

        ConstraintReader.Read(part, problems);
        var types = objectTypes.Where(t => part.Types.Contains(t.Value.Name)).ToDictionary(t => t.Key, t => (ObjectType)part.Types[t.Value.Name]);
        return new SchemaBinding(part, Options, fields, types, directives, typeResolver, new CostModel(part, fields, setup.CostOptions, problems))
        {
            HasDataLoaders = HasDataLoaders,
            OperationDirectives = OperationDirectives,
            // Nobody's responses are for others where not everybody sees the same schema, whatever is protected.
            Caching = Caching is null ? null : new CacheControlModel(part, fields, static (_, _) => false, setup.CacheControlOptions, problems),
        };

        void Keep(TypeSystemMember member, TypeSystemMember whole)
        {
            if (authorize.TryGetValue(whole, out var found))
                directives[member] = found;
        }
    }

    private ObjectType? FindObjectType(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (objectTypes.TryGetValue(current, out var found))
                return found;
        return null;
    }

    // Grows until nothing changes: a type may await when one of its fields does, or leads to a type that may.
    private HashSet<NamedType> FindAwaiting()
    {
        var found = new HashSet<NamedType>();
        bool grew;
        do
        {
            grew = false;
            foreach (var type in Schema.Types)
                if (!found.Contains(type) && Awaits(type, found))
                    grew |= found.Add(type);
        }
        while (grew);
        return found;
    }

    private bool Awaits(NamedType type, HashSet<NamedType> found) => type switch
    {
        ObjectType o => o.Fields.Any(f => bindings.GetValueOrDefault(f)?.IsAsync == true || found.Contains(f.Type.NamedType)),
        { IsAbstractType: true } => type.PossibleTypes.Any(found.Contains),
        _ => false,
    };
}
