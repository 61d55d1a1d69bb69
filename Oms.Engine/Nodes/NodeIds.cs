using System.Collections;
using System.Reflection;
using Oms.Engine.Binding;
using Oms.Engine.Configuration;
using Oms.Engine.Types;

namespace Oms.Engine.Nodes;

/// <summary>Binds what is marked with <see cref="IDAttribute"/>: results become global ids, parameters and the properties of inputs are read from them.</summary>
/// <param name="setup">Which CLR types are bound to which object types.</param>
/// <param name="serializer">Writes and reads ids.</param>
/// <param name="problems">Gets what does not fit.</param>
internal sealed class NodeIds(SchemaSetup setup, INodeIdSerializer serializer, List<string> problems)
{
    private readonly Dictionary<Type, NodeIdDecoder.Members> inputs = [];
    private readonly Dictionary<Type, bool> hasIds = [];

    /// <summary>Writes and reads ids.</summary>
    public INodeIdSerializer Serializer => serializer;

    /// <summary>A binding whose results become ids, where its member says so.</summary>
    /// <param name="field">The field.</param>
    /// <param name="member">What resolves it.</param>
    /// <param name="binding">Its binding.</param>
    public FieldBinding Encoded(FieldDefinition field, MemberInfo member, FieldBinding binding)
    {
        var attribute = member.GetCustomAttribute<IDAttribute>();
        if (attribute is null && !IsIdOfNode(field, member))
            return binding;
        var typeName = NameOf(attribute) ?? field.DeclaringType.Name;
        Check(field.Type, field.Coordinate, AsyncResults.Awaited(member is PropertyInfo property ? property.PropertyType : ((MethodInfo)member).ReturnType));
        return binding.Then(value => Encode(typeName, value));
    }

    /// <summary>What reads a parameter; null where it holds no ids.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="argument">The argument it takes.</param>
    /// <param name="field">The field.</param>
    public NodeIdDecoder? DecoderOf(ParameterInfo parameter, InputValueDefinition argument, FieldDefinition field)
    {
        var attribute = parameter.GetCustomAttribute<IDAttribute>();
        var isIdOfNode = attribute is null && argument.Type.NullableType.NamedType.Name == "ID" && parameter.Member.IsDefined(typeof(NodeResolverAttribute));
        if (attribute is null && !isIdOfNode)
            return argument.Type.NamedType is InputObjectType && HasIds(parameter.ParameterType) ? DecoderOf(parameter.ParameterType, null, argument.Coordinate) : null;
        Check(argument.Type, argument.Coordinate, parameter.ParameterType);
        return DecoderOf(parameter.ParameterType, attribute, argument.Coordinate, isIdOfNode ? field.Type.NamedType.Name : null);
    }

    private static bool IsIdOfNode(FieldDefinition field, MemberInfo member) =>
        field.Name == "id" && member is PropertyInfo property && property.ReflectedType?.GetCustomAttribute<NodeAttribute>() is { } node && node.IdField == property.Name;

    private void Check(IType type, string coordinate, Type runtimeType)
    {
        if (type.NamedType.Name != "ID")
            problems.Add($"{coordinate} is marked with [ID], but is {type} and no ID.");
        var idType = Plain(runtimeType);
        if (idType != typeof(object) && !serializer.IsSupported(idType))
            problems.Add($"{coordinate} has ids of {idType.Name}, which {serializer.GetType().Name} can not write; register an INodeIdSerializer that can.");
    }

    private string? NameOf(IDAttribute? attribute)
    {
        if (attribute?.RuntimeType is not { } type)
            return attribute?.TypeName;
        return setup.RuntimeTypes.FirstOrDefault(t => t.RuntimeType == type).TypeName ?? MemberNames.OfType(type);
    }

    private object? Encode(string typeName, object? value) => value switch
    {
        null => null,
        string text => serializer.Format(typeName, text),
        IEnumerable list => list.Cast<object?>().Select(item => item is null ? null : serializer.Format(typeName, item)).ToArray(),
        _ => serializer.Format(typeName, value),
    };

    private NodeIdDecoder DecoderOf(Type type, IDAttribute? attribute, string place, string? expected = null)
    {
        type = Bare(type);
        if (ListItems.Of(type) is { } item)
            return new NodeIdDecoder.Items(DecoderOf(item, attribute, place, expected));
        return attribute is not null || expected is not null ? new NodeIdDecoder.Leaf(serializer, type, NameOf(attribute) ?? expected, place) : InputOf(type);
    }

    private NodeIdDecoder.Members InputOf(Type type)
    {
        if (inputs.TryGetValue(type, out var known))
            return known;
        var members = inputs[type] = new NodeIdDecoder.Members();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var attribute = AttributeOf(property);
            if (attribute is not null || HasIds(property.PropertyType))
                members.ByName[MemberNames.Of(property)] = DecoderOf(property.PropertyType, attribute, $"{type.Name}.{MemberNames.Of(property)}");
        }

        return members;
    }

    // An input may hold others, and these the first again.
    private bool HasIds(Type type)
    {
        type = Plain(type);
        if (hasIds.TryGetValue(type, out var known))
            return known;
        HashSet<Type> seen = [type];
        var open = new Stack<Type>(seen);
        while (open.TryPop(out var next))
            foreach (var property in PropertiesOf(next))
            {
                if (AttributeOf(property) is not null)
                    return hasIds[type] = true;
                if (seen.Add(Plain(property.PropertyType)))
                    open.Push(Plain(property.PropertyType));
            }

        return hasIds[type] = false;
    }

    private static PropertyInfo[] PropertiesOf(Type type) =>
        type.IsPrimitive || type.IsEnum || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true ? [] : type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    // That of a record stands on the parameter of its constructor.
    private static IDAttribute? AttributeOf(PropertyInfo property) => property.GetCustomAttribute<IDAttribute>()
        ?? property.DeclaringType!.GetConstructors().SelectMany(c => c.GetParameters()).FirstOrDefault(p => p.Name == property.Name)?.GetCustomAttribute<IDAttribute>();

    private static Type Plain(Type type) => ListItems.Of(Bare(type)) is { } item ? Plain(item) : Bare(type);

    private static Type Bare(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? Bare(type.GetGenericArguments()[0])
        : Nullable.GetUnderlyingType(type) ?? type;
}
