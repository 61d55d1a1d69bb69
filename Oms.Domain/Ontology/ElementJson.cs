using System.Text.Json;
using Oms.Domain.History;

namespace Oms.Domain.Ontology;

/// <summary>Elements to and from their canonical bytes. The kind is told by the id, so it does not stand in the bytes.</summary>
public static class ElementJson
{
    /// <summary>The record that stands for a kind.</summary>
    public static Type TypeOf(ElementKind kind) => kind switch
    {
        ElementKind.ObjectType => typeof(ObjectType),
        ElementKind.LinkType => typeof(LinkType),
        ElementKind.Interface => typeof(Interface),
        ElementKind.SharedProperty => typeof(SharedProperty),
        ElementKind.ValueType => typeof(ValueType),
        ElementKind.StructType => typeof(StructType),
        ElementKind.ActionType => typeof(ActionType),
        ElementKind.FunctionType => typeof(FunctionType),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not an element kind"),
    };

    /// <summary>The canonical bytes of an element.</summary>
    public static byte[] Write(Element element) => element switch
    {
        ObjectType type => CanonicalJson.Write(type),
        LinkType link => CanonicalJson.Write(link),
        Interface contract => CanonicalJson.Write(contract),
        SharedProperty shared => CanonicalJson.Write(shared),
        ValueType value => CanonicalJson.Write(value),
        StructType structure => CanonicalJson.Write(structure),
        ActionType action => CanonicalJson.Write(action),
        FunctionType function => CanonicalJson.Write(function),
        _ => throw new InvalidOperationException($"no element kind: {element.GetType()}"),
    };

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Element Read(ElementKind kind, ReadOnlySpan<byte> bytes) =>
        (Element)JsonSerializer.Deserialize(bytes, TypeOf(kind), CanonicalJson.Options)!;
}
