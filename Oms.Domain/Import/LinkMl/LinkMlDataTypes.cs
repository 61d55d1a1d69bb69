using System.Collections.Frozen;
using Oms.Domain.Ontology;

namespace Oms.Domain.Import.LinkMl;

/// <summary>The types that LinkML brings along (linkml:types) and what they are here.</summary>
internal static class LinkMlDataTypes
{
    // LinkML's integer has no bounds; the widest whole number here is nearest to it.
    private static readonly FrozenDictionary<string, string> ByName = new Dictionary<string, string>
    {
        ["string"] = "string",
        ["integer"] = "long",
        ["boolean"] = "boolean",
        ["float"] = "float",
        ["double"] = "double",
        ["decimal"] = "decimal",
        ["time"] = "time",
        ["date"] = "date",
        ["datetime"] = "datetime",
        ["date_or_datetime"] = "string",
        ["uriorcurie"] = "string",
        ["curie"] = "string",
        ["uri"] = "string",
        ["ncname"] = "string",
        ["objectidentifier"] = "string",
        ["nodeidentifier"] = "string",
        ["jsonpointer"] = "string",
        ["jsonpath"] = "string",
        ["sparqlpath"] = "string",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The base of a type is a class of Python, its uri a type of XML Schema (LinkML metamodel, TypeDefinition).
    private static readonly FrozenDictionary<string, string> ByBase = new Dictionary<string, string>
    {
        ["str"] = "string",
        ["int"] = "long",
        ["float"] = "double",
        ["bool"] = "boolean",
        ["Bool"] = "boolean",
        ["Decimal"] = "decimal",
        ["XSDTime"] = "time",
        ["XSDDate"] = "date",
        ["XSDDateTime"] = "datetime",
        ["URIorCURIE"] = "string",
        ["URI"] = "string",
        ["Curie"] = "string",
        ["NCName"] = "string",
        ["xsd:string"] = "string",
        ["xsd:integer"] = "long",
        ["xsd:long"] = "long",
        ["xsd:int"] = "integer",
        ["xsd:boolean"] = "boolean",
        ["xsd:float"] = "float",
        ["xsd:double"] = "double",
        ["xsd:decimal"] = "decimal",
        ["xsd:time"] = "time",
        ["xsd:date"] = "date",
        ["xsd:dateTime"] = "datetime",
        ["xsd:anyURI"] = "string",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The data type for a type that LinkML brings along; null for any other name.</summary>
    internal static string? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The data type for a base or uri of a type; null for one that is not known.</summary>
    internal static string? Based(string? text) => text is null ? null : ByBase.GetValueOrDefault(text);

    /// <summary>A reference to a data type; a decimal as wide as it may be.</summary>
    internal static TypeRef Reference(string data) =>
        data == "decimal" ? new TypeRef { DataType = data, Precision = 38, Scale = 18 } : TypeRef.Data(data);
}
