namespace Oms.Engine.Caching;

/// <summary>Whose caches may keep a response; the value of <c>scope</c> of <c>@cacheControl</c>.</summary>
public enum CacheControlScope
{
    /// <summary>That of the one who asked only.</summary>
    Private,

    /// <summary>Everybody's.</summary>
    Public,
}
