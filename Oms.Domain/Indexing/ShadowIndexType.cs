namespace Oms.Domain.Indexing;

/// <summary>What an index is for (domain.md 2.4).</summary>
public enum ShadowIndexType
{
    /// <summary>Full text.</summary>
    SearchIndex,

    /// <summary>Walks along links.</summary>
    GraphIndex,

    /// <summary>The definitions themselves.</summary>
    SchemaIndex,

    /// <summary>Rules that values are held against.</summary>
    ValidationIndex,
}
