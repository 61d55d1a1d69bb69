using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Data;
using Oms.Engine.DataLoader;
using Oms.Engine.Execution;
using Oms.Engine.Nodes;
using Oms.Engine.Paging;
using Oms.Engine.Types;

namespace Oms.Engine.Binding;

/// <summary>
/// Turns C# members into the delegates that requests call. What does not fit is found at the start; each is compiled once, at its first call, since a
/// schema has thousands of fields and the machine code of all of them takes seconds to make.
/// </summary>
internal sealed class ResolverCompiler(IServiceProviderIsService? services, Singletons singletons, ListQueryBinder queries, PagingBinder paging, NodeIds ids)
{
    private static readonly ParameterExpression Context = Expression.Parameter(typeof(ResolverContext), "context");

    /// <summary>A property of the parent.</summary>
    public FieldBinding OfProperty(PropertyInfo property, FieldDefinition field, bool isRoot)
    {
        var value = Expression.Property(InstanceOf(property.DeclaringType!, isRoot), property);
        return new FieldBinding
        {
            Sync = Compile<object?>(Expression.Convert(value, typeof(object))),
            Leaf = isRoot ? null : LeafWriters.Of(property, field),
        };
    }

    /// <summary>A method of the parent, or of an extension class, or a static one.</summary>
    public FieldBinding OfMethod(MethodInfo method, bool isExtension, FieldDefinition field, MethodInfo? subscribe, List<string> problems)
    {
        var types = new Type?[field.Arguments.Count];
        var call = Call(method, isExtension, field, types, problems);
        var binding = new
        {
            Conversion = AsyncResults.ConversionOf(method.ReturnType),
            Subscribe = subscribe is not null ? SubscribeOf(subscribe, field, types, problems)
                : method.GetCustomAttribute<SubscribeAttribute>() is { With: null } ? TopicSubscriptions.OpenerOf(method, field, services, problems)
                : null,
        };
        var compiled = binding.Conversion is null
            ? new FieldBinding { Sync = Compile<object?>(Expression.Convert(call, typeof(object))), ArgumentTypes = types, Subscribe = binding.Subscribe }
            : new FieldBinding { Async = Compile<ValueTask<object?>>(Await(binding.Conversion, call)), ArgumentTypes = types, Subscribe = binding.Subscribe };
        return BatchResolver.Of(compiled, method, field, problems);
    }

    /// <summary>A delegate.</summary>
    public FieldBinding OfDelegate(Delegate resolver, FieldDefinition field, List<string> problems)
    {
        var types = new Type?[field.Arguments.Count];
        var parameters = resolver.Method.GetParameters().Select(p => Parameter(p, field, types, problems));
        var call = Expression.Invoke(Expression.Constant(resolver), parameters);
        var conversion = AsyncResults.ConversionOf(call.Type);
        var compiled = conversion is null
            ? new FieldBinding { Sync = Compile<object?>(Expression.Convert(call, typeof(object))), ArgumentTypes = types }
            : new FieldBinding { Async = Compile<ValueTask<object?>>(Await(conversion, call)), ArgumentTypes = types };
        return BatchResolver.Of(compiled, resolver.Method, field, problems);
    }

    /// <summary>A method that fetches an object by its id; its other parameters are bound as those of the resolver of a field.</summary>
    public Func<ResolverContext, object, ValueTask<object?>> OfNode(MethodInfo method, ParameterInfo id, FieldDefinition field, List<string> problems)
    {
        var given = Expression.Parameter(typeof(object), "id");
        var parameters = method.GetParameters()
            .Select(p => p == id ? Expression.Convert(given, p.ParameterType) : Parameter(p, field, new Type?[field.Arguments.Count], problems)).ToArray();
        var call = method.IsStatic ? Expression.Call(method, parameters) : Expression.Call(InstanceOf(method.ReflectedType!, isService: true), method, parameters);
        var body = AsyncResults.ConversionOf(method.ReturnType) is { } conversion ? Await(conversion, call)
            : Expression.New(typeof(ValueTask<object?>).GetConstructor([typeof(object)])!, Expression.Convert(call, typeof(object)));
        var compiled = new Lazy<Func<ResolverContext, object, ValueTask<object?>>>(
            () => Expression.Lambda<Func<ResolverContext, object, ValueTask<object?>>>(body, Context, given).Compile());
        return (context, value) => compiled.Value(context, value);
    }

    private Func<ResolverContext, ValueTask<IAsyncEnumerable<object?>>>? SubscribeOf(MethodInfo method, FieldDefinition field, Type?[] types, List<string> problems)
    {
        if (AsyncResults.EventsOf(method.ReturnType) is not { } events)
        {
            problems.Add($"{Name(method)} returns {method.ReturnType.Name}, which is no stream of events.");
            return null;
        }

        var call = Call(method, isExtension: true, field, types, problems);
        return Compile<ValueTask<IAsyncEnumerable<object?>>>(Expression.Call(events, Expression.Convert(call, typeof(object)), Aborted()));
    }

    private Expression Call(MethodInfo method, bool isExtension, FieldDefinition field, Type?[] types, List<string> problems)
    {
        var parameters = method.GetParameters().Select(p => Parameter(p, field, types, problems)).ToArray();
        if (method.IsStatic)
            return Expression.Call(method, parameters);
        return Expression.Call(InstanceOf(method.ReflectedType!, isExtension), method, parameters);
    }

    // Classes of extensions and of root types come from the request's services; others are the parent itself.
    private Expression InstanceOf(Type type, bool isService)
    {
        if (!isService)
            return Expression.Convert(ParentOf(), type);
        Expression made = services?.IsService(type) == true ? ServiceOf(type)
            : type.GetConstructors() is [{ } only] && only.GetParameters().Length == 0 ? Expression.New(only)
            : Expression.Convert(Expression.Invoke(Expression.Constant(ActivatorUtilities.CreateFactory(type, [])), Services(), Expression.Constant(Array.Empty<object>())), type);
        return type.IsValueType ? made : Expression.Coalesce(Expression.TypeAs(ParentOf(), type), made);
    }

    private Expression Parameter(ParameterInfo parameter, FieldDefinition field, Type?[] types, List<string> problems)
    {
        var type = parameter.ParameterType;
        if (type == typeof(CancellationToken))
            return Aborted();
        if (type == typeof(IResolverContext))
            return Context;
        if (type == typeof(ClaimsPrincipal))
            return Expression.Property(Context, nameof(ResolverContext.User));
        if (type == typeof(IServiceProvider))
            return Services();
        if (parameter.IsDefined(typeof(ParentAttribute)))
            return Expression.Convert(ParentOf(), type);
        if (parameter.IsDefined(typeof(EventMessageAttribute)))
            return Expression.Convert(Expression.Property(Context, nameof(ResolverContext.EventMessage)), type);
        if (parameter.GetCustomAttribute<GlobalStateAttribute>() is { } state)
            return Expression.Convert(Expression.Call(typeof(ResolverCompiler), nameof(GlobalState), null, Context, Expression.Constant(state.Key ?? parameter.Name!)), type);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(QueryContext<>))
            return Expression.Call(Expression.Constant(queries.Bind(field, type.GetGenericArguments()[0])), nameof(TypedListQuery<>.Read), null, Context);
        if (type == typeof(PagingArguments))
            return Expression.Call(Expression.Constant(paging.SettingsOf(field)), nameof(PagingSettings.Read), null, Context);
        var name = parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? parameter.Name!;
        if (!parameter.IsDefined(typeof(ServiceAttribute)) && field.Arguments.TryGetValue(name, out var argument))
        {
            if (InputMismatches.Find(argument, type) is { } words)
                problems.Add($"{Name((MethodInfo)parameter.Member)}: the parameter \"{parameter.Name}\" is {InputMismatches.NameOf(type)}, but {argument.Coordinate} is {argument.Type}: {words}.");
            if (ids.DecoderOf(parameter, argument, field) is { } decoder)
                return Expression.Convert(Expression.Call(Expression.Constant(decoder, typeof(NodeIdDecoder)), nameof(NodeIdDecoder.Read), null, ArgumentAt(argument.Index), Expression.Constant(type)), type);
            types[argument.Index] = type;
            return Expression.Convert(ArgumentAt(argument.Index), type);
        }

        if (!parameter.IsDefined(typeof(ServiceAttribute)) && services?.IsService(type) == false)
            problems.Add($"{Name((MethodInfo)parameter.Member)}: the parameter \"{parameter.Name}\" is neither an argument of {field.Coordinate} nor a registered service.");
        return ServiceOf(type);
    }

    private static BinaryExpression ArgumentAt(int index) => Expression.ArrayIndex(Expression.Property(Context, nameof(ResolverContext.Typed)), Expression.Constant(index));

    private MethodCallExpression ServiceOf(Type type) => IsLoader(type)
        ? Expression.Call(Context, nameof(ResolverContext.DataLoader), [type])
        : singletons.Find(type) is { } singleton
        ? Expression.Call(Context, nameof(ResolverContext.Singleton), [type], Expression.Constant(singleton))
        : Expression.Call(typeof(ServiceProviderServiceExtensions), nameof(ServiceProviderServiceExtensions.GetRequiredService), [type], Services());

    private static bool IsLoader(Type type) =>
        !type.IsValueType && type.GetInterfaces().Append(type).Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDataLoader<,>));

    private static object? GlobalState(ResolverContext context, string key) => context.ContextData.TryGetValue(key, out var value) ? value : null;

    private static Expression Await(MethodInfo conversion, Expression call) =>
        conversion.GetParameters().Length == 2 ? Expression.Call(conversion, call, Context) : Expression.Call(conversion, call);

    private static Func<ResolverContext, T> Compile<T>(Expression body)
    {
        var compiled = new Lazy<Func<ResolverContext, T>>(() => Expression.Lambda<Func<ResolverContext, T>>(body, Context).Compile());
        return context => compiled.Value(context);
    }

    private static MemberExpression ParentOf() => Expression.Property(Context, nameof(ResolverContext.Parent));

    private static MemberExpression Services() => Expression.Property(Context, nameof(ResolverContext.Services));

    private static MemberExpression Aborted() => Expression.Property(Context, nameof(ResolverContext.RequestAborted));

    private static string Name(MethodInfo method) => $"{method.DeclaringType?.Name}.{method.Name}";
}
