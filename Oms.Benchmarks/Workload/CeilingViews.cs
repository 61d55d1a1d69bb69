namespace Oms.Benchmarks.Workload;

/// <summary>What a server written by hand for exactly these requests reads and writes.</summary>
internal static class CeilingViews
{
    /// <summary>A request.</summary>
    internal sealed record Request(string Query, Variables? Variables);

    /// <summary>The variables of all requests.</summary>
    internal sealed record Variables(string? B, string? Id, int? N, string? S);

    /// <summary>A response.</summary>
    internal sealed record Response<T>(T Data);

    /// <summary>One type, Q1.</summary>
    internal sealed record One(Five? ObjectType);

    /// <summary>The five scalars.</summary>
    internal sealed record Five(string Id, string DisplayName, string Description, string Status, int Version);

    /// <summary>Some types, Q2.</summary>
    internal sealed record Some(IReadOnlyList<SomeType> ObjectTypes);

    /// <summary>A type with properties.</summary>
    internal sealed record SomeType(string Id, string DisplayName, Property[] Properties);

    /// <summary>All types, Q3.</summary>
    internal sealed record All(AllType[] ObjectTypes);

    /// <summary>A type with everything.</summary>
    internal sealed record AllType(
        string Id, string DisplayName, string Description, string Status, int Version, Property[] Properties, AllLink[] OutgoingLinks);

    /// <summary>A link.</summary>
    internal sealed record AllLink(string Id, string Cardinality, LinkTarget Target);

    /// <summary>What a link leads to.</summary>
    internal sealed record LinkTarget(string Id, string DisplayName);

    /// <summary>A mutation's answer, Q5.</summary>
    internal sealed record Changed(Payload SetObjectTypeStatus);

    /// <summary>Its payload.</summary>
    internal sealed record Payload(Four ObjectType);

    /// <summary>The four scalars.</summary>
    internal sealed record Four(string Id, string DisplayName, string Status, int Version);

    /// <summary>One type with an alias, Q6.</summary>
    internal sealed record Aliased(AliasedType? ObjectType);

    /// <summary>The five scalars, one under another name.</summary>
    internal sealed record AliasedType(string Id, string DisplayName, string F0, string Status, int Version);
}
