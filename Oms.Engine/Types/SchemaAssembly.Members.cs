using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <content>Fields, arguments, enum values, applied directives; the links between types; the roots.</content>
internal sealed partial class SchemaAssembly
{
    private readonly Dictionary<UnionType, ImmutableArray<ObjectType>> _members = [];
    private bool _namesQueryType;

    private FieldDefinition FieldOf(ComplexType type, FieldDefinitionNode node, int index)
    {
        var field = new FieldDefinition(type, Intern(node.Name.Value), index)
        {
            Description = node.Description?.Value,
            DefinitionNode = type.IsBuiltIn ? null : node,
            Type = Resolve(node.Type),
        };
        field.Directives = Apply(node.Directives, field);
        field.DeprecationReason = DeprecationOf(field);
        field.Arguments = InputValues(field, node.Arguments);
        return field;
    }

    private MemberCollection<InputValueDefinition> InputValues(TypeSystemMember owner, IEnumerable<InputValueDefinitionNode> nodes)
    {
        InputValueDefinition[] values = [.. nodes.Select((node, index) => InputValueOf(owner, node, index))];
        return values.Length == 0 ? MemberCollection<InputValueDefinition>.Empty : new MemberCollection<InputValueDefinition>(values);
    }

    private InputValueDefinition InputValueOf(TypeSystemMember owner, InputValueDefinitionNode node, int index)
    {
        var value = new InputValueDefinition(owner, Intern(node.Name.Value), index)
        {
            Description = node.Description?.Value,
            DefinitionNode = node.Location.IsNone ? null : node,
            Type = Resolve(node.Type),
            DefaultValue = node.DefaultValue,
        };
        value.Directives = Apply(node.Directives, value);
        value.DeprecationReason = DeprecationOf(value);
        return value;
    }

    private EnumValue EnumValueOf(EnumType type, EnumValueDefinitionNode node, int index)
    {
        var value = new EnumValue(type, Intern(node.Name.Value), index)
        {
            Description = node.Description?.Value,
            DefinitionNode = type.IsBuiltIn ? null : node,
        };
        value.Directives = Apply(node.Directives, value);
        value.DeprecationReason = DeprecationOf(value);
        return value;
    }

    private static string? DeprecationOf(TypeSystemMember member) => member.FindDirective("deprecated") is { } deprecated
        ? deprecated.GetString("reason") ?? BuiltInDefinitions.DefaultDeprecationReason
        : null;

    private ImmutableArray<AppliedDirective> Apply(ImmutableArray<DirectiveNode> nodes, TypeSystemMember? member)
    {
        if (nodes.IsEmpty)
            return [];
        foreach (var node in nodes)
            CheckSpecifiedArgument(node, member);
        return [.. nodes.Select(node => new AppliedDirective(_directives[node.Name.Value], node))];
    }

    // The engine itself reads these two arguments, so what they hold must be the text that their type asks for.
    private void CheckSpecifiedArgument(DirectiveNode node, TypeSystemMember? member)
    {
        var argumentName = node.Name.Value switch
        {
            "deprecated" => "reason",
            "specifiedBy" => "url",
            _ => null,
        };
        foreach (var argument in node.Arguments)
        {
            if (argument.Name.Value == argumentName && argument.Value is not StringValueNode)
                Report($"Argument \"@{node.Name.Value}({argumentName}:)\" must be a string, found {argument.Value}.", member, argument.Value);
        }
    }

    private IType Resolve(TypeNode node) => node switch
    {
        ListTypeNode list => new ListType(Resolve(list.Type)),
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Type)),
        NamedTypeNode named => Refer(named.Name.Value),
        _ => throw new InvalidOperationException($"No type reference: {node.Kind}."),
    };

    private NamedType Refer(string name)
    {
        _referenced.Add(name);
        return _types[name];
    }

    private void LinkPossibleTypes(MemberCollection<NamedType> types)
    {
        var implementors = new Dictionary<InterfaceType, (List<ObjectType> Objects, List<InterfaceType> Interfaces)>();
        foreach (var type in types.AsImmutableArray().OfType<ComplexType>())
        {
            foreach (var implemented in type.Interfaces)
            {
                if (!implementors.TryGetValue(implemented, out var lists))
                    implementors.Add(implemented, lists = ([], []));
                if (type is ObjectType objectType)
                    lists.Objects.Add(objectType);
                else
                    lists.Interfaces.Add((InterfaceType)type);
            }
        }

        foreach (var (type, lists) in implementors)
        {
            type.SetPossibleTypes([.. lists.Objects]);
            type.ImplementingInterfaces = [.. lists.Interfaces];
        }

        foreach (var (union, members) in _members)
            union.SetPossibleTypes(members);
    }

    private void DefineSchema(Schema schema)
    {
        schema.DefinitionNode = document.SchemaDefinitions.FirstOrDefault();
        schema.ExtensionNodes = document.SchemaExtensions;
        schema.Description = schema.DefinitionNode?.Description?.Value;
        var directives = (schema.DefinitionNode?.Directives ?? []).AddRange(schema.ExtensionNodes.SelectMany(e => e.Directives));
        schema.Directives = Apply(directives, null);
        if (schema.DefinitionNode is null)
        {
            SetDefaultRoot(schema, OperationType.Query, "Query");
            SetDefaultRoot(schema, OperationType.Mutation, "Mutation");
            SetDefaultRoot(schema, OperationType.Subscription, "Subscription");
        }

        IEnumerable<IHasOperationTypes> parts = schema.DefinitionNode is { } definition
            ? [definition, .. schema.ExtensionNodes]
            : schema.ExtensionNodes;
        foreach (var operationType in parts.SelectMany(p => p.OperationTypes))
        {
            if (schema.DefinitionNode is not null || schema.GetRootType(operationType.Operation) is null)
                SetRoot(schema, operationType.Operation, _types[operationType.Type.Name.Value], operationType.Type);
        }

        if (!_namesQueryType)
            Report("The schema must have a query root type.", null, schema.DefinitionNode is { } node ? [node] : []);
    }

    private void SetDefaultRoot(Schema schema, OperationType operation, string name)
    {
        if (_types.TryGetValue(name, out var type))
            SetRoot(schema, operation, type, type.DefinitionNode);
    }

    private void SetRoot(Schema schema, OperationType operation, NamedType type, SyntaxNode? node)
    {
        _namesQueryType |= operation == OperationType.Query;
        if (type is not ObjectType root)
        {
            Report($"The {operation.ToString().ToLowerInvariant()} root type must be an object type, which {type.Name} is not.", type, node is null ? [] : [node]);
            return;
        }

        switch (operation)
        {
            case OperationType.Query: schema.QueryType = root; break;
            case OperationType.Mutation: schema.MutationType = root; break;
            default: schema.SubscriptionType = root; break;
        }
    }

    private static void DefineMetaFields(Schema schema, ObjectType carrier)
    {
        if (schema.QueryType is null)
            return;
        schema.SchemaMetaField = MetaField(schema.QueryType, carrier.Fields["__schema"]);
        schema.TypeMetaField = MetaField(schema.QueryType, carrier.Fields["__type"]);
        schema.TypeNameMetaField = MetaField(schema.QueryType, carrier.Fields["__typename"]);
    }

    private static FieldDefinition MetaField(ObjectType queryType, FieldDefinition template)
    {
        const int metaFieldIndex = -1;
        var field = new FieldDefinition(queryType, template.Name, metaFieldIndex)
        {
            Description = template.Description,
            Type = template.Type,
        };
        field.Arguments = new MemberCollection<InputValueDefinition>(template.Arguments.AsImmutableArray().Select(a =>
            new InputValueDefinition(field, a.Name, a.Index) { Description = a.Description, Type = a.Type, DefaultValue = a.DefaultValue }));
        return field;
    }
}
