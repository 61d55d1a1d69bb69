namespace Oms.Engine.Caching;

/// <summary>How long responses may be kept where the schema does not say; changed by <c>ModifyCacheControlOptions</c>.</summary>
public sealed class CacheControlOptions
{
    /// <summary>Whether <c>Cache-Control</c> is said at all; true by default.</summary>
    public bool Enable { get; set; } = true;

    /// <summary>For how many seconds a field may be kept that has to be fetched and says nothing itself; 0 by default.</summary>
    public int DefaultMaxAge { get; set; }

    /// <summary>Whose caches may keep such a field; everybody's by default.</summary>
    public CacheControlScope DefaultScope { get; set; } = CacheControlScope.Public;

    /// <summary>
    /// Whether the defaults hold for the fields of the query type, and for those whose resolver is awaited, where neither they nor their types have
    /// <c>@cacheControl</c>; true by default. When false, such a field does not shorten what others allow.
    /// </summary>
    public bool ApplyDefaults { get; set; } = true;
}
