using System.Reflection;
using Oms.Engine.Binding;
using Oms.Engine.Types;

namespace Oms.Engine.Nodes;

/// <summary>Finds the node resolvers, and binds <c>node</c> and <c>nodes</c> to them.</summary>
/// <param name="schema">The schema.</param>
/// <param name="options">How objects are fetched; null where they are not.</param>
/// <param name="ids">Writes and reads ids.</param>
/// <param name="problems">Gets what does not fit.</param>
internal sealed class NodeBinder(Schema schema, GlobalObjectIdentificationOptions? options, NodeIds ids, List<string> problems)
{
    private const BindingFlags Static = BindingFlags.Public | BindingFlags.Static;

    private readonly Dictionary<string, MethodInfo> methods = new(StringComparer.Ordinal);

    /// <summary>Takes in the node resolver of a class, if it has one.</summary>
    public void Read(Type runtimeType, ObjectType type)
    {
        var node = runtimeType.GetCustomAttribute<NodeAttribute>();
        if (node is null)
        {
            if (runtimeType.GetMethods(Static).FirstOrDefault(IsMarked) is { } marked)
                Add(type.Name, marked);
            return;
        }

        var owner = node.NodeResolverType ?? runtimeType;
        string[] names = node.NodeResolver is { } given ? [given] : ["Get", "GetAsync", $"Get{type.Name}", $"Get{type.Name}Async"];
        var candidates = owner.GetMethods(Static | (owner == runtimeType ? 0 : BindingFlags.Instance));
        var marks = node.NodeResolver is null ? candidates.FirstOrDefault(IsMarked) : null;
        if ((marks ?? candidates.FirstOrDefault(m => names.Contains(m.Name))) is { } found)
            Add(type.Name, found);
        else
            problems.Add($"{runtimeType.Name} is marked with [Node], but {owner.Name} has no method {string.Join(" or ", names)}, nor one marked with [NodeResolver].");
    }

    /// <summary>Takes in the node resolver that a field's resolver is as well.</summary>
    public void Read(FieldDefinition field, MemberInfo member)
    {
        if (member is MethodInfo method && field.DeclaringType == schema.QueryType && IsMarked(method))
            Add(field.Type.NamedType.Name, method);
    }

    /// <summary>Takes in a node resolver of an extension, that resolves no field of it.</summary>
    /// <returns>Whether it is one.</returns>
    public bool TryRead(string typeName, MethodInfo method)
    {
        if (!IsMarked(method) || typeName == schema.QueryType?.Name)
            return false;
        Add(typeName, method);
        return true;
    }

    /// <summary>Binds the root fields that nothing else binds.</summary>
    public void Bind(ResolverCompiler compiler, Dictionary<FieldDefinition, FieldBinding> bindings)
    {
        if (options is null)
        {
            problems.AddRange(methods.Select(m => $"{Name(m.Value)} fetches {m.Key} by its id, which needs AddGlobalObjectIdentification."));
            return;
        }

        var (one, many) = (FieldOf(NodeFields.One), FieldOf(NodeFields.Many));
        if (one is null || bindings.ContainsKey(one))
        {
            problems.AddRange(methods.Keys.Select(name => $"{name} has a node resolver, but there is a resolver for the field node."));
            return;
        }

        CheckTypes();
        var resolvers = methods.ToDictionary(m => m.Key, m => new NodeResolver(IdTypeOf(m.Value), compiler.OfNode(m.Value, IdOf(m.Value), one, problems)), StringComparer.Ordinal);
        var lookup = new NodeLookup(resolvers, ids.Serializer, options.MaxAllowedNodeBatchSize);
        bindings[one] = new FieldBinding { Async = lookup.FetchOneAsync, ArgumentTypes = new Type?[one.Arguments.Count] };
        if (many is not null)
            bindings.TryAdd(many, new FieldBinding { Async = lookup.FetchManyAsync, ArgumentTypes = new Type?[many.Arguments.Count] });
    }

    private void CheckTypes()
    {
        var nodes = schema.TryGetType(NodeFields.Interface, out var type) && type is InterfaceType node ? node.PossibleTypes.Select(t => t.Name).ToArray() : [];
        problems.AddRange(methods.Keys.Except(nodes, StringComparer.Ordinal).Select(name => $"{name} has a node resolver, but does not implement Node."));
        if (options!.EnsureAllNodesCanBeResolved)
            problems.AddRange(nodes.Except(methods.Keys, StringComparer.Ordinal).Select(name => $"{name} implements Node, but has no node resolver: mark its class with [Node], or a method with [NodeResolver]."));
        problems.AddRange(methods.Values.Where(m => !ids.Serializer.IsSupported(IdTypeOf(m)))
            .Select(m => $"{Name(m)} takes ids of {IdTypeOf(m).Name}, which {ids.Serializer.GetType().Name} can not read; register an INodeIdSerializer that can."));
    }

    private void Add(string typeName, MethodInfo method)
    {
        if (method.GetParameters().Length == 0)
            problems.Add($"{Name(method)} is a node resolver, but takes no id.");
        else if (!methods.TryAdd(typeName, method) && methods[typeName] != method)
            problems.Add($"{typeName} has two node resolvers, {Name(methods[typeName])} and {Name(method)}.");
    }

    private FieldDefinition? FieldOf(string name) => schema.QueryType is { } root && root.Fields.TryGetValue(name, out var field) ? field : null;

    private static bool IsMarked(MethodInfo method) => method.IsDefined(typeof(NodeResolverAttribute));

    private static ParameterInfo IdOf(MethodInfo method) =>
        method.GetParameters() is var all && all.FirstOrDefault(p => p.IsDefined(typeof(IDAttribute))) is { } marked ? marked : all.FirstOrDefault(p => p.Name == "id") ?? all[0];

    private static Type IdTypeOf(MethodInfo method) => Nullable.GetUnderlyingType(IdOf(method).ParameterType) ?? IdOf(method).ParameterType;

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
