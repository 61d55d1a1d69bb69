namespace Oms.Domain.Import.SchemaOrg;

/// <summary>The addresses that the schema.org vocabulary is written with.</summary>
internal static class Vocabulary
{
    /// <summary>Where the terms live. Releases come with http and with https; both mean the same terms, and https is what the project writes now.</summary>
    internal const string Base = "https://schema.org/";

    internal const string Type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    internal const string Property = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property";
    internal const string Class = "http://www.w3.org/2000/01/rdf-schema#Class";
    internal const string Label = "http://www.w3.org/2000/01/rdf-schema#label";
    internal const string Comment = "http://www.w3.org/2000/01/rdf-schema#comment";
    internal const string SubClassOf = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
    internal const string DataType = Base + "DataType";
    internal const string Enumeration = Base + "Enumeration";
    internal const string DomainIncludes = Base + "domainIncludes";
    internal const string RangeIncludes = Base + "rangeIncludes";
    internal const string SupersededBy = Base + "supersededBy";
    internal const string InverseOf = Base + "inverseOf";
    internal const string IsPartOf = Base + "isPartOf";

    private const string Insecure = "http://schema.org/";

    /// <summary>The address with https where it is one of schema.org.</summary>
    internal static string Canonical(string address) =>
        address.StartsWith(Insecure, StringComparison.Ordinal) ? Base + address[Insecure.Length..] : address;

    /// <summary>True for a term of schema.org.</summary>
    internal static bool IsTerm(string address) => address.StartsWith(Base, StringComparison.Ordinal) && address.Length > Base.Length;

    /// <summary>A term without where it lives.</summary>
    internal static string LocalName(string address) => address[(address.AsSpan().LastIndexOfAny('/', '#') + 1)..];
}
