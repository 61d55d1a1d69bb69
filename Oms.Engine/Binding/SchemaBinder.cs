using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Authorization;
using Oms.Engine.Caching;
using Oms.Engine.Configuration;
using Oms.Engine.Constraints;
using Oms.Engine.CostAnalysis;
using Oms.Engine.Data;
using Oms.Engine.DataLoader;
using Oms.Engine.Instrumentation;
using Oms.Engine.Introspection;
using Oms.Engine.Middleware;
using Oms.Engine.Mutations;
using Oms.Engine.Nodes;
using Oms.Engine.Paging;
using Oms.Engine.Types;
using Oms.Engine.Visibility;

namespace Oms.Engine.Binding;

/// <summary>
/// Binds a schema to C# by name. Everything that does not fit is collected, so that a start that is refused says all of it at once.
/// </summary>
internal sealed class SchemaBinder
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance;
    private const BindingFlags Any = Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly Schema schema;
    private readonly SchemaSetup setup;
    private readonly IServiceProvider services;
    private readonly ResolverCompiler compiler;
    private readonly ListQueryBinder queries;
    private readonly FieldPipelines pipelines;
    private readonly MutationBinder mutations;
    private readonly PagingBinder paging;
    private readonly NodeIds ids;
    private readonly NodeBinder nodes;
    private readonly List<string> problems = [];
    private readonly Dictionary<FieldDefinition, FieldBinding> bindings = [];
    private readonly Dictionary<Type, ObjectType> objectTypes = [];
    private readonly Dictionary<TypeSystemMember, ImmutableArray<AuthorizeDirective>> authorize = [];

    private SchemaBinder(Schema schema, SchemaSetup setup, IServiceProvider services, MutationConventions? conventions)
    {
        mutations = new MutationBinder(schema, conventions, problems);
        this.schema = schema;
        this.setup = setup;
        this.services = services;
        queries = new ListQueryBinder(setup.FilterOptions, problems);
        pipelines = new FieldPipelines(schema, setup, services, problems);
        paging = new PagingBinder(setup.PagingOptions, problems);
        ids = new NodeIds(setup, services.GetService<INodeIdSerializer>() ?? new DefaultNodeIdSerializer(), problems);
        nodes = new NodeBinder(schema, setup.GlobalObjectIdentification, ids, problems);
        compiler = new ResolverCompiler(services.GetService<IServiceProviderIsService>(), new Singletons(setup.Services, services), queries, paging, ids);
    }

    /// <summary>Binds.</summary>
    /// <exception cref="SchemaException">Something does not fit; the exception has all of it.</exception>
    public static SchemaBinding Bind(Schema schema, SchemaSetup setup, IServiceProvider services, MutationConventions? conventions = null)
    {
        var binder = new SchemaBinder(schema, setup, services, conventions);
        binder.BindAll();
        ConstraintReader.Read(schema, binder.problems);
        if (setup.SchemaOptions.EnableOptInFeatures)
            OptInFeatures.Check(schema, binder.problems);
        var costs = new CostModel(schema, binder.bindings, setup.CostOptions, binder.problems);
        var caching = binder.ReadCaching();
        return binder.problems.Count == 0
            ? new SchemaBinding(schema, setup.RequestOptions, Heard(binder.bindings, services), binder.objectTypes, binder.authorize, setup.TypeResolver, costs)
            {
                OperationDirectives = OperationDirectives.Of(schema, setup),
                Caching = caching,
                HasDataLoaders = services.GetService<IServiceProviderIsService>()?.IsService(typeof(BatchDispatcher)) != false,
            }
            : throw new SchemaException([.. binder.problems.Distinct().Select(p => new SchemaError(SchemaErrorPhase.Binding, p, []))]);
    }

    private CacheControlModel? ReadCaching()
    {
        if (setup.UsesQueryCache && !setup.HasCacheControl)
            problems.Add("UseQueryCache says what @cacheControl allows, which needs AddCacheControl.");
        if (!setup.HasCacheControl)
            return null;
        var read = new CacheControlModel(schema, bindings, (type, field) => authorize.ContainsKey(type) || authorize.ContainsKey(field), setup.CacheControlOptions, problems);
        return setup is { UsesQueryCache: true, CacheControlOptions.Enable: true } ? read : null;
    }

    private static Dictionary<FieldDefinition, FieldBinding> Heard(Dictionary<FieldDefinition, FieldBinding> bindings, IServiceProvider services)
    {
        var listeners = services.GetServices<ExecutionDiagnosticEventListener>().Where(l => l.EnableResolveFieldValue).ToArray();
        return listeners.Length == 0 ? bindings : bindings.ToDictionary(b => b.Key, b => HeardResolvers.Of(b.Value, listeners));
    }

    private void BindAll()
    {
        IntrospectionFields.AddTo(schema, bindings);
        foreach (var (typeName, fieldName, resolver) in setup.Resolvers)
            BindDelegate(typeName, fieldName, resolver);
        foreach (var extension in setup.TypeExtensions)
            BindExtension(extension);
        foreach (var (runtimeType, typeName) in setup.RuntimeTypes)
            BindRuntimeType(runtimeType, typeName);
        foreach (var (errorType, name) in mutations.ErrorTypes.Where(e => setup.RuntimeTypes.All(t => t.RuntimeType != e.Type)))
            BindRuntimeType(errorType, name);
        mutations.BindPayloads(bindings);
        nodes.Bind(compiler, bindings);
        PagingBinder.BindTypes(schema, compiler, bindings);
        foreach (var type in schema.Types.OfType<ObjectType>().Where(t => !t.IsIntrospectionType))
            foreach (var field in type.Fields.Where(f => !bindings.ContainsKey(f)))
                BindRest(type, field);
        pipelines.Apply(bindings);
        mutations.Apply(bindings);
        ReadAuthorization();
    }

    private void BindDelegate(string typeName, string fieldName, Delegate resolver)
    {
        if (FieldOf(typeName, fieldName) is not { } field)
        {
            problems.Add($"There is a resolver for {typeName}.{fieldName}, which the schema does not have.");
            return;
        }

        bindings[field] = WithQuery(field, resolver.Method, mutations.Compile(field, plain => compiler.OfDelegate(resolver, plain, problems)));
        pipelines.Read(field, resolver.Method);
        mutations.Check(field, resolver.Method);
    }

    private void BindExtension(Type extension)
    {
        if (extension.GetCustomAttribute<ExtendObjectTypeAttribute>()?.Name is not { } typeName)
        {
            problems.Add($"{extension.Name} has no [ExtendObjectType].");
            return;
        }

        var methods = extension.GetMethods(Any).Where(m => !m.IsSpecialName && m.GetCustomAttribute<GraphQLIgnoreAttribute>() is null).ToArray();
        var openers = methods.Select(m => m.GetCustomAttribute<SubscribeAttribute>()?.With).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var method in methods.Where(m => !openers.Contains(m.Name)))
        {
            if (nodes.TryRead(typeName, method))
                continue;
            if (FieldOf(typeName, MemberNames.Of(method)) is not { } field)
                problems.Add($"{extension.Name}.{method.Name} resolves {typeName}.{MemberNames.Of(method)}, which the schema does not have.");
            else if (!bindings.ContainsKey(field))
                Bind(field, method, mutations.Compile(field, plain => compiler.OfMethod(method, isExtension: true, plain, OpenerOf(extension, method), problems)));
        }
    }

    private MethodInfo? OpenerOf(Type extension, MethodInfo method)
    {
        if (method.GetCustomAttribute<SubscribeAttribute>()?.With is not { } name)
            return null;
        var opener = extension.GetMethods(Any).FirstOrDefault(m => m.Name == name);
        if (opener is null)
            problems.Add($"{extension.Name}.{method.Name} subscribes with {name}, which {extension.Name} does not have.");
        return opener;
    }

    private void BindRuntimeType(Type runtimeType, string typeName)
    {
        if (!schema.TryGetType(typeName, out var type))
        {
            problems.Add($"{runtimeType.Name} is bound to {typeName}, which the schema does not have.");
            return;
        }

        if (type is EnumType enumType && runtimeType.IsEnum)
            problems.AddRange(enumType.Values.Select(v => v.Name).Except(EnumNames.Of(runtimeType).Names).Select(n => $"{runtimeType.Name} has no value for {typeName}.{n}."));
        if (type is not ObjectType objectType)
            return;
        objectTypes[runtimeType] = objectType;
        nodes.Read(runtimeType, objectType);
        var isRoot = IsRoot(objectType);
        foreach (var field in objectType.Fields.Where(f => !bindings.ContainsKey(f)))
        {
            if (runtimeType.GetProperties(Instance).FirstOrDefault(p => p.GetIndexParameters().Length == 0 && MemberNames.Of(p) == field.Name && IsOpen(p)) is { } property)
                Bind(field, property, compiler.OfProperty(property, field, isRoot));
            else if (runtimeType.GetMethods(Instance).FirstOrDefault(m => !m.IsSpecialName && m.DeclaringType != typeof(object) && MemberNames.Of(m) == field.Name && IsOpen(m)) is { } method)
                Bind(field, method, mutations.Compile(field, plain => compiler.OfMethod(method, isRoot, plain, isRoot ? OpenerOf(runtimeType, method) : null, problems)));
        }
    }

    private bool IsRoot(ObjectType type) => type == schema.QueryType || type == schema.MutationType || type == schema.SubscriptionType;

    private static bool IsOpen(MemberInfo member) => member.GetCustomAttribute<GraphQLIgnoreAttribute>() is null;

    private void Bind(FieldDefinition field, MemberInfo member, FieldBinding binding)
    {
        bindings[field] = ids.Encoded(field, member, WithQuery(field, member, binding));
        nodes.Read(field, member);
        pipelines.Read(field, member);
        mutations.Check(field, member);
        var type = ResultOf(member);
        var isCut = PagingBinder.IsPaged(field) && !typeof(IConnection).IsAssignableFrom(type);
        var (expected, actual) = isCut ? (PagingBinder.NodeOf(field), ListItems.Of(type)) : (mutations.PlainOf(field).Type, type);
        if (expected is not null && actual is not null && Mismatch(expected.NullableType, actual) is { } words)
            problems.Add($"{member.DeclaringType!.Name}.{member.Name} returns {type.Name} for {field.Coordinate}: {field.Type}, {words}.");
    }

    private static Type ResultOf(MemberInfo member)
    {
        var result = AsyncResults.Awaited(member is PropertyInfo property ? property.PropertyType : ((MethodInfo)member).ReturnType);
        return BatchResolver.IsOne(member) ? ListItems.Of(result) ?? result : result;
    }

    // A resolver that takes what is asked of the list sees to it; the list of any other is filtered, ordered and cut behind it.
    private FieldBinding WithQuery(FieldDefinition field, MemberInfo member, FieldBinding binding)
    {
        var isFiltered = (field.FindDirective(DataArguments.UseFiltering) ?? field.FindDirective(DataArguments.UseSorting)) is not null && !Takes(member, typeof(QueryContext<>));
        var isPaged = PagingBinder.IsPaged(field);
        if (!isFiltered && !isPaged)
            return binding;
        var result = ResultOf(member);
        var isConnection = isPaged && typeof(IConnection).IsAssignableFrom(result);
        if (isConnection && !isFiltered)
            return Takes(member, typeof(PagingArguments)) ? binding : binding.Checked(paging.SettingsOf(field).Check);
        if (!isConnection && ListItems.Of(result) is { } item)
        {
            var query = isFiltered ? queries.Bind(field, item) : null;
            return binding.With(isPaged ? paging.Cut(field, item, query) : query!, typeof(IQueryable).IsAssignableFrom(result));
        }

        problems.Add(isFiltered
            ? $"{member.DeclaringType!.Name}.{member.Name} returns {result.Name}, which is no list to filter or order for {field.Coordinate}; let it take a QueryContext<T>."
            : $"{member.DeclaringType!.Name}.{member.Name} returns {result.Name}, which is no list to page for {field.Coordinate}; let it return a list or a Connection<T>.");
        return binding;
    }

    private static bool Takes(MemberInfo member, Type type) => member is MethodInfo method
        && method.GetParameters().Any(p => p.ParameterType == type || (p.ParameterType.IsGenericType && p.ParameterType.GetGenericTypeDefinition() == type));

    private void BindRest(ObjectType type, FieldDefinition field)
    {
        if (setup.DefaultResolver is { } resolver)
        {
            var open = setup.DefaultSourceStreamResolver;
            bindings[field] = new FieldBinding { Async = c => resolver(c), IsUntyped = true, Subscribe = open is null ? null : c => open(c) };
        }
        else if (setup.SchemaOptions.StrictBinding)
        {
            problems.Add($"{field.Coordinate} has no resolver.");
        }
        else
        {
            bindings[field] = new FieldBinding { Sync = c => c.Parent is IReadOnlyDictionary<string, object?> map && map.TryGetValue(field.Name, out var value) ? value : null };
        }
    }

    private FieldDefinition? FieldOf(string typeName, string fieldName) =>
        schema.TryGetType(typeName, out var type) && type is ObjectType objectType && objectType.Fields.TryGetValue(fieldName, out var field) ? field : null;

    // What can be told from types alone; the rest shows when a value is written.
    private string? Mismatch(IType expected, Type actual)
    {
        actual = Nullable.GetUnderlyingType(actual) ?? actual;
        if (actual == typeof(object))
            return null;
        var isList = actual != typeof(string) && typeof(IEnumerable).IsAssignableFrom(actual) && !typeof(IReadOnlyDictionary<string, object?>).IsAssignableFrom(actual);
        if (expected.ItemType is { } item)
            return !isList ? "which is no list" : ListItems.Of(actual) is { } inner ? Mismatch(item.NullableType, inner) : null;
        return expected.NamedType switch
        {
            EnumType enumType when actual.IsEnum => EnumNames.Of(actual).Names.Except(enumType.Values.Select(v => v.Name)).FirstOrDefault() is { } extra
                ? $"whose value {extra} the schema does not have" : null,
            EnumType => actual == typeof(string) ? null : "which is no enum",
            ScalarType { Name: "Boolean" } => actual == typeof(bool) ? null : "which is no Boolean",
            ScalarType { Name: "Int" } => actual == typeof(int) || actual == typeof(short) || actual == typeof(byte) ? null : "which is no Int",
            ScalarType { Name: "String" } => isList || actual == typeof(bool) || actual == typeof(int) ? "which is no String" : null,
            ObjectType o when isList => $"which is a list and no {o.Name}",
            ObjectType o when objectTypes.TryGetValue(actual, out var bound) && bound != o => $"which is bound to {bound.Name}",
            _ => null,
        };
    }

    private void ReadAuthorization()
    {
        foreach (var type in schema.Types.OfType<ObjectType>())
        {
            ReadDirectives(type);
            foreach (var field in type.Fields)
                ReadDirectives(field);
        }

        if (setup.SchemaOptions.RequireExplicitAuthorization)
            problems.AddRange(new[] { schema.QueryType, schema.MutationType, schema.SubscriptionType }.OfType<ObjectType>()
                .SelectMany(t => t.Fields.Where(f => !SaysWho(f) && !SaysWho(t))).Select(f => $"{f.Coordinate} says by neither @authorize nor @public who may use it."));
        var handler = services.GetService<IAuthorizationHandler>();
        foreach (var directive in authorize.Values.SelectMany(d => d).Concat(ReadVisibility()))
        {
            if (handler is null)
                problems.Add($"{directive.Coordinate} has @authorize or @visible, but there is no IAuthorizationHandler.");
            else if (directive.Policy is { } policy && !handler.HasPolicyAsync(services, policy).AsTask().GetAwaiter().GetResult())
                problems.Add($"{directive.Coordinate} asks for the policy \"{policy}\", which does not exist.");
        }
    }

    private IEnumerable<AuthorizeDirective> ReadVisibility()
    {
        foreach (var member in schema.Types.SelectMany(t => VisibilityRules.MembersOf(t).Prepend(t)).Where(m => m.FindDirective("visible") is not null))
        {
            if (!setup.SchemaOptions.EnableFieldVisibility)
                problems.Add($"{member.Coordinate} has @visible, which needs the option EnableFieldVisibility.");
            if (member is InputValueDefinition { Type.IsNonNull: true, DefaultValue: null })
                problems.Add($"{member.Coordinate} is required, so that it can not be hidden by @visible.");
            foreach (var directive in member.Directives.Where(d => d.Name == "visible"))
                yield return VisibilityRules.DemandOf(directive, member);
        }
    }

    private static bool SaysWho(TypeSystemMember member) => member.Directives.Any(d => d.Name is "authorize" or "public");

    private void ReadDirectives(TypeSystemMember member)
    {
        var found = member.Directives.Where(d => d.Name == "authorize").Select(d => VisibilityRules.DemandOf(d, member)).ToImmutableArray();
        if (!found.IsEmpty)
            authorize[member] = found;
    }
}
