namespace Oms.Engine.Authorization;

/// <summary>What came of checking an <c>@authorize</c> directive.</summary>
public enum AuthorizeResult
{
    /// <summary>The user may use the field.</summary>
    Allowed,

    /// <summary>The user is known and may not use the field.</summary>
    NotAllowed,

    /// <summary>Nobody is logged in.</summary>
    NotAuthenticated,

    /// <summary>There is no policy of that name, so nobody may use the field.</summary>
    PolicyNotFound,
}
