using Oms.Domain.Ontology;
using Oms.Engine.Configuration;
using Oms.Engine.Paging;
using Oms.Graph.Filters;

namespace Oms.Graph.Ontology;

/// <summary>Binds the chapter Ontology of the contract.</summary>
internal static class OntologyTypes
{
    /// <summary>Adds the types, the root fields and what they need.</summary>
    internal static IRequestExecutorBuilder AddOntologyTypes(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddScoped<Pin>();
        return builder
            .AddTypeExtension(typeof(OntologyQueries))
            .BindScalarType<JsonLiteralScalar>("JSON")
            .BindRuntimeType<PageInfo>("PageInfo")
            .BindRuntimeType<SortDirection>("SortEnumType")
            .BindRuntimeType<OntologyNode>("Ontology")
            .BindRuntimeType<ElementCount>("ElementCount")
            .BindRuntimeType<LocalizedString>("LocalizedString")
            .BindRuntimeType<DeprecationNode>("Deprecation")
            .BindRuntimeType<DataTypeNode>("DataType")
            .BindRuntimeType<TypeReferenceNode>("TypeReference")
            .BindRuntimeType<Constraint>("Constraint")
            .BindRuntimeType<UiHints>("UiHints")
            .BindRuntimeType<Webhook>("Webhook")
            .BindRuntimeType<ApplicabilityNode>("Applicability")
            .AddElement<ObjectTypeNode>("ObjectType")
            .AddElement<LinkTypeNode>("LinkType")
            .AddElement<InterfaceNode>("Interface")
            .AddElement<SharedPropertyNode>("SharedProperty")
            .AddElement<ValueTypeNode>("ValueType")
            .AddElement<StructTypeNode>("StructType")
            .AddElement<ActionTypeNode>("ActionType")
            .AddElement<FunctionTypeNode>("FunctionType")
            .BindRuntimeType<PropertyNode>("Property")
            .BindRuntimeType<LinkEndNode>("LinkEnd")
            .BindRuntimeType<RequiredLinkNode>("RequiredLink")
            .BindRuntimeType<StructFieldNode>("StructField")
            .BindRuntimeType<ParameterNode>("Parameter")
            .AddConnection<UsageNode>("Usage");
    }

    /// <summary>Binds a type, its edge and its connection.</summary>
    internal static IRequestExecutorBuilder AddConnection<TNode>(this IRequestExecutorBuilder builder, string name) => builder
        .BindRuntimeType<TNode>(name)
        .BindRuntimeType<Edge<TNode>>($"{name}Edge")
        .BindRuntimeType<Connection<TNode>>($"{name}Connection");

    private static IRequestExecutorBuilder AddElement<TNode>(this IRequestExecutorBuilder builder, string name)
        where TNode : ElementNode =>
        builder.AddConnection<TNode>(name);
}
