namespace Oms.Engine.Caching;

/// <summary>What one field says of the responses it is part of.</summary>
/// <param name="MaxAge">For how many seconds they may be kept; null when it says nothing of it.</param>
/// <param name="SharedMaxAge">For how many seconds caches that several people share may keep them; null when no longer or shorter than others.</param>
/// <param name="IsPrivate">Whether they are for the one who asked only.</param>
/// <param name="Vary">The headers of requests they depend on.</param>
internal sealed record CacheHint(int? MaxAge, int? SharedMaxAge, bool IsPrivate, string[] Vary);
