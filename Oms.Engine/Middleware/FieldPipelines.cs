using System.Reflection;
using Oms.Engine.Binding;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Middleware;

/// <summary>
/// Puts middleware around resolvers, once, when the schema is bound. From the outside in: what is for all fields, what was registered for the field,
/// what its type's and its own directives stand for, and the attributes of its resolver. A field with none of it keeps the binding it has.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="setup">What was registered.</param>
/// <param name="services">The application's services.</param>
/// <param name="problems">Gets what is registered for nothing.</param>
internal sealed class FieldPipelines(Schema schema, SchemaSetup setup, IServiceProvider services, List<string> problems)
{
    private readonly Dictionary<FieldDefinition, List<FieldMiddleware>> ofMembers = [];
    private readonly Dictionary<FieldDefinition, MemberInfo> members = [];

    /// <summary>Takes in what the attributes of a member add to the field it resolves.</summary>
    public void Read(FieldDefinition field, MemberInfo member)
    {
        members[field] = member;
        var descriptor = new ObjectFieldDescriptor(field);
        foreach (var attribute in member.GetCustomAttributes<ObjectFieldDescriptorAttribute>().OrderBy(a => a.Order))
            attribute.OnConfigure(new DescriptorContext(schema, services), descriptor, member);
        if (descriptor.Middleware.Count > 0)
            ofMembers[field] = descriptor.Middleware;
    }

    /// <summary>Puts all of it around the resolvers.</summary>
    public void Apply(Dictionary<FieldDefinition, FieldBinding> bindings)
    {
        CheckNames();
        foreach (var type in schema.Types.OfType<ObjectType>().Where(t => !t.IsIntrospectionType))
            foreach (var field in type.Fields)
                if (bindings.TryGetValue(field, out var binding) && MiddlewareOf(type, field, binding) is { Length: > 0 } middleware)
                    bindings[field] = Around(binding, middleware);
    }

    private void CheckNames()
    {
        problems.AddRange(setup.FieldMiddleware
            .Where(m => m.TypeName is not null && !(schema.TryGetType(m.TypeName, out var type) && type is ObjectType o && o.Fields.Contains(m.FieldName!)))
            .Select(m => $"There is middleware for {m.TypeName}.{m.FieldName}, which the schema does not have."));
        problems.AddRange(setup.DirectiveMiddleware.Keys.Where(name => !schema.TryGetDirective(name, out _))
            .Select(name => $"There is middleware for @{name}, which the schema does not define."));
    }

    private FieldMiddleware[] MiddlewareOf(ObjectType type, FieldDefinition field, FieldBinding binding) =>
    [
        .. setup.FieldMiddleware.Where(m => m.TypeName is null).Select(m => m.Middleware),
        .. setup.FieldMiddleware.Where(m => m.TypeName == type.Name && m.FieldName == field.Name).Select(m => m.Middleware),
        .. type.Directives.Concat(field.Directives).Select(Of).OfType<FieldMiddleware>(),
        .. ofMembers.GetValueOrDefault(field, []),
        .. DefaultsOf(type, field, binding),
    ];

    private IEnumerable<FieldMiddleware> DefaultsOf(ObjectType type, FieldDefinition field, FieldBinding binding)
    {
        var (options, member) = (setup.SchemaOptions, members.GetValueOrDefault(field));
        if (options.DefaultResolverStrategy == ExecutionStrategy.Serial && binding.IsFetched && !Has<SerialAttribute>(member) && !Has<ParallelAttribute>(member))
            yield return SerialExecution.Middleware;
        var scope = type == schema.MutationType ? options.DefaultMutationDependencyInjectionScope : options.DefaultQueryDependencyInjectionScope;
        if (scope == DependencyInjectionScope.Resolver && member is MethodInfo && !Has<UseResolverScopeAttribute>(member) && !Has<UseRequestScopeAttribute>(member))
            yield return ResolverScope.Middleware;
    }

    private static bool Has<T>(MemberInfo? member)
        where T : Attribute => member?.IsDefined(typeof(T)) == true;

    private FieldMiddleware? Of(AppliedDirective directive) =>
        setup.DirectiveMiddleware.TryGetValue(directive.Name, out var middleware) ? next => middleware(next, directive) : null;

    /// <summary>A binding with middleware around its resolver, the first outermost.</summary>
    public static FieldBinding Around(FieldBinding binding, FieldMiddleware[] middleware)
    {
        var pipeline = ResolverOf(binding);
        for (var i = middleware.Length - 1; i >= 0; i--)
            pipeline = middleware[i](pipeline);
        return binding.Through(context => RunAsync(pipeline, context));
    }

    private static FieldDelegate ResolverOf(FieldBinding binding) => binding.Async is { } resolve
        ? async context => context.Result = await resolve(ContextOf(context))
        : context =>
        {
            context.Result = binding.Sync!(ContextOf(context));
            return ValueTask.CompletedTask;
        };

    private static ResolverContext ContextOf(IMiddlewareContext context) => context is MiddlewareContext own
        ? own.Resolver
        : throw new InvalidOperationException("Field middleware hands the context on that it was called with.");

    private static async ValueTask<object?> RunAsync(FieldDelegate pipeline, ResolverContext resolver)
    {
        var context = new MiddlewareContext(resolver);
        await pipeline(context);
        return context.Result is GraphQLError error ? throw new GraphQLException(error) : context.Result;
    }
}
