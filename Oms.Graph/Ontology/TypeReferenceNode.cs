using System.Globalization;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.BuiltIn;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>TypeReference</c>.</summary>
internal sealed class TypeReferenceNode(Revision revision, TypeRef reference)
{
    public string Text => TextOf(revision.Snapshot, reference);

    public DataTypeNode? DataType => DataTypes.Find(reference.DataType) is { } type ? new(type) : null;

    public ValueTypeNode? ValueType => Find<ValueTypeNode>(reference.ValueType);

    public StructTypeNode? StructType => Find<StructTypeNode>(reference.StructType);

    public ElementNode? ObjectType => Find<ElementNode>(reference.ObjectType);

    public string StableId => reference.DataType ?? (reference.ValueType ?? reference.StructType ?? reference.ObjectType)?.Value ?? string.Empty;

    public TypeReferenceNode? Items => Of(revision, reference.Items);

    public TypeReferenceNode? Key => Of(revision, reference.Key);

    public int? Precision => reference.Precision;

    public int? Scale => reference.Scale;

    public int? Dimensions => reference.Dimensions;

    internal static TypeReferenceNode? Of(Revision revision, TypeRef? reference) =>
        reference is null ? null : new(revision, reference);

    /// <summary>A type in words, for example <c>array&lt;EmailAddress&gt;</c>. The domain's limit on nested types bounds the recursion.</summary>
    internal static string TextOf(Snapshot snapshot, TypeRef? reference) => reference switch
    {
        null => string.Empty,
        { DataType: "array" } => $"array<{TextOf(snapshot, reference.Items)}>",
        { DataType: "map" } => $"map<{TextOf(snapshot, reference.Key)}, {TextOf(snapshot, reference.Items)}>",
        { DataType: "decimal", Precision: not null } or { DataType: "decimal", Scale: not null } =>
            string.Create(CultureInfo.InvariantCulture, $"decimal({reference.Precision ?? 18}, {reference.Scale ?? 2})"),
        { DataType: "vector", Dimensions: { } dimensions } => string.Create(CultureInfo.InvariantCulture, $"vector({dimensions})"),
        { DataType: { } name } => name,
        { ObjectType: { } id } => $"reference<{NameOf(snapshot, id)}>",
        _ => NameOf(snapshot, reference.ValueType ?? reference.StructType ?? default),
    };

    private static string NameOf(Snapshot snapshot, ElementId id) => snapshot.Find(id)?.Name ?? id.Value;

    private TNode? Find<TNode>(ElementId? id)
        where TNode : ElementNode =>
        id is { } known ? ElementNode.Find(revision, known) as TNode : null;
}
